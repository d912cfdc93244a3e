package com.highstage.portal.simulator.model;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A mailbox as Exchange Online has it from the start.
 *
 * @param address the primary address
 * @param type {@code UserMailbox} or {@code SharedMailbox}
 * @param imapEnabled whether IMAP is on
 * @param popEnabled whether POP is on
 * @param name the display name, by default the alias
 * @param alias the alias, by default what is before the {@code @}
 * @param userPrincipalName the sign-in name, by default the primary address
 * @param otherAddresses further addresses that mail arrives under
 */
public record Mailbox(String address, String type, boolean imapEnabled, boolean popEnabled, String name, String alias,
		String userPrincipalName, List<String> otherAddresses) {

	public Mailbox {
		alias = or(alias, address.substring(0, address.indexOf('@')));
		name = or(name, alias);
		userPrincipalName = or(userPrincipalName, address);
		otherAddresses = (otherAddresses != null) ? List.copyOf(otherAddresses) : List.of();
	}

	static Mailbox generated(int number, String domain) {
		String alias = "box-%04d".formatted(number);
		return new Mailbox(alias + "@" + domain, "UserMailbox", true, true, "Box %04d".formatted(number), alias,
				alias + "@" + domain, List.of());
	}

	Mailbox renamed(String primary) {
		List<String> others = Stream.concat(this.otherAddresses.stream(), Stream.of(this.address))
			.filter((other) -> !other.equalsIgnoreCase(primary))
			.toList();
		return new Mailbox(primary, this.type, this.imapEnabled, this.popEnabled, this.name, this.alias,
				this.userPrincipalName, others);
	}

	private static String or(@Nullable String value, String otherwise) {
		return (value != null) ? value : otherwise;
	}

}
