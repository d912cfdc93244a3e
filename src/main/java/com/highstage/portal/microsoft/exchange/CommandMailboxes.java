package com.highstage.portal.microsoft.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;

/**
 * Mailboxes in Exchange, by its commands.
 */
@Component
class CommandMailboxes implements Mailboxes {

	private static final String SMTP_OFF = "SmtpClientAuthenticationDisabled";

	private static final int MOST_FOUND = 1000;

	private static final Predicate<Failure> MISSING = (failure) -> failure.kind() == Failure.Kind.NOT_FOUND;

	private final InvokeCommand exchange;

	private final MailboxRights rights;

	CommandMailboxes(InvokeCommand exchange, MailboxRights rights) {
		this.exchange = exchange;
		this.rights = rights;
	}

	@Override
	public List<Mailbox> search(Delegation delegation, String text, int atMost) {
		int most = Math.clamp(atMost, 1, MOST_FOUND);
		Command all = Command.reading("Get-Mailbox").with("ResultSize", most);
		String words = new PlainName(text).value();
		return mailboxes(delegation, words.isEmpty() ? all : all.with("Anr", words), most);
	}

	@Override
	public Optional<Mailbox> find(Delegation delegation, MailboxAddress address) {
		List<Mailbox> found = mailboxes(delegation, Command.reading("Get-Mailbox").with("Identity", address.value()),
				MOST_FOUND);
		return (found.size() == 1) ? Optional.of(found.getFirst())
				: found.stream().filter((one) -> one.address().equals(address)).findFirst();
	}

	@Override
	public Switches switches(Delegation delegation, MailboxAddress address) {
		JsonNode object = this.exchange.only(delegation,
				Command.reading("Get-CASMailbox").with("Identity", address.value()));
		return new Switches(object.path("ImapEnabled").asBoolean(false), object.path("PopEnabled").asBoolean(false),
				smtpOff(object));
	}

	@Override
	public boolean smtpOffByDefault(Delegation delegation) {
		return Boolean.TRUE.equals(smtpOff(this.exchange.only(delegation, Command.reading("Get-TransportConfig"))));
	}

	@Override
	public void switchOn(Delegation delegation, MailboxAddress address, Set<MailPermission> protocols) {
		Command command = Command.changing("Set-CASMailbox").with("Identity", address.value());
		for (MailPermission protocol : protocols) {
			command = switch (protocol) {
				case IMAP -> command.with("ImapEnabled", true);
				case POP -> command.with("PopEnabled", true);
				case SMTP -> command.with(SMTP_OFF, false);
			};
		}
		this.exchange.run(delegation, command, (failure) -> false);
	}

	@Override
	public Set<Right> rights(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal,
			Set<Right> asked) {
		return this.rights.of(delegation, address, servicePrincipal, asked);
	}

	@Override
	public void grant(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Right right) {
		this.rights.grant(delegation, address, servicePrincipal, right);
	}

	@Override
	public void take(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Right right) {
		this.rights.take(delegation, address, servicePrincipal, right);
	}

	private List<Mailbox> mailboxes(Delegation delegation, Command command, int atMost) {
		return this.exchange.list(delegation, command, atMost, MISSING)
			.stream()
			.map(CommandMailboxes::mailbox)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparing((Mailbox found) -> found.displayName().value(), String.CASE_INSENSITIVE_ORDER)
				.thenComparing(Mailbox::address))
			.toList();
	}

	private static Optional<Mailbox> mailbox(JsonNode object) {
		// A mailbox whose address the mail servers would not take, or that belongs to
		// Exchange
		// itself, is not offered.
		String type = new PlainName(object.path("RecipientTypeDetails").asString("")).value();
		return MailboxAddress.parse(object.path("PrimarySmtpAddress").asString(""))
			.filter((address) -> !type.equals("DiscoveryMailbox"))
			.map((address) -> new Mailbox(address, new PlainName(object.path("DisplayName").asString("")), type));
	}

	private static @Nullable Boolean smtpOff(JsonNode object) {
		JsonNode off = object.path(SMTP_OFF);
		return off.isBoolean() ? off.asBoolean() : null;
	}

}
