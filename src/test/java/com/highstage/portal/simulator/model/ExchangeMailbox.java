package com.highstage.portal.simulator.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A mailbox and what can be changed about it.
 */
public final class ExchangeMailbox {

	private Mailbox properties;

	private final String objectId;

	private final History<Boolean> imapEnabled;

	private final History<Boolean> popEnabled;

	/** Empty for what the organisation says. */
	private final History<Optional<Boolean>> smtpAuthDisabled;

	private final History<List<Permission>> permissions;

	private final History<List<Permission>> sendAs;

	ExchangeMailbox(Mailbox properties, Optional<UUID> owner, Instant since) {
		this.properties = properties;
		this.objectId = owner
			.orElseGet(() -> UUID.nameUUIDFromBytes(properties.address().getBytes(StandardCharsets.UTF_8)))
			.toString();
		this.imapEnabled = new History<>(properties.imapEnabled(), since);
		this.popEnabled = new History<>(properties.popEnabled(), since);
		this.smtpAuthDisabled = new History<>(Optional.empty(), since);
		this.permissions = new History<>(List.of(), since);
		this.sendAs = new History<>(List.of(), since);
	}

	public String address() {
		return this.properties.address();
	}

	public Mailbox properties() {
		return this.properties;
	}

	/**
	 * Gives it another primary address; mail still arrives under the former one.
	 * @param primary the new address
	 */
	public void rename(String primary) {
		this.properties = this.properties.renamed(primary);
	}

	/**
	 * The id of the person or, for a shared mailbox, of the account nobody signs in with.
	 * @return the object id
	 */
	public String objectId() {
		return this.objectId;
	}

	public History<Boolean> imapEnabled() {
		return this.imapEnabled;
	}

	public History<Boolean> popEnabled() {
		return this.popEnabled;
	}

	public History<Optional<Boolean>> smtpAuthDisabled() {
		return this.smtpAuthDisabled;
	}

	/**
	 * Who may open it.
	 * @return what {@code Add-MailboxPermission} gave
	 */
	public History<List<Permission>> permissions() {
		return this.permissions;
	}

	/**
	 * Who may send in its name.
	 * @return what {@code Add-RecipientPermission} gave
	 */
	public History<List<Permission>> sendAs() {
		return this.sendAs;
	}

	/**
	 * Whether a cmdlet's {@code -Identity} means this mailbox.
	 * @param identity any address, alias, sign-in name, display name or id
	 * @return true if it does
	 */
	public boolean is(String identity) {
		return Stream
			.concat(this.properties.otherAddresses().stream(),
					Stream.of(address(), this.properties.alias(), this.properties.name(),
							this.properties.userPrincipalName(), this.objectId))
			.anyMatch(identity::equalsIgnoreCase);
	}

	int fingerprint() {
		return Objects.hash(address(), this.imapEnabled.now(), this.popEnabled.now(), this.smtpAuthDisabled.now(),
				this.permissions.now(), this.sendAs.now());
	}

}
