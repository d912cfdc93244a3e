package com.highstage.portal.microsoft.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * What an application may do with a mailbox; opening and sending have commands of their
 * own.
 */
@Component
class MailboxRights {

	private static final int MOST_ENTRIES = 1000;

	private static final Pattern NO_SUCH_ENTRY = Pattern.compile("\\bACE\\b.*(isn['’]t present|doesn['’]t exist)");

	private final InvokeCommand exchange;

	MailboxRights(InvokeCommand exchange) {
		this.exchange = exchange;
	}

	Set<Right> of(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Set<Right> asked) {
		Set<Right> held = EnumSet.noneOf(Right.class);
		for (Right right : asked) {
			Command command = Command.reading("Get-" + noun(right))
				.with("Identity", address.value())
				.with(whom(right), servicePrincipal.toString());
			List<JsonNode> entries = this.exchange.list(delegation, command, MOST_ENTRIES,
					(failure) -> failure.has(Command.USER_UNKNOWN));
			if (entries.stream().anyMatch((entry) -> gives(entry, right))) {
				held.add(right);
			}
		}
		return held;
	}

	void grant(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Right right) {
		Command command = command("Add-", address, servicePrincipal, right);
		// Without automapping, because no Outlook shall open the mailbox by itself.
		this.exchange.run(delegation,
				(right == Right.FULL_ACCESS) ? command.with("AutoMapping", false) : command.confirmed(),
				(failure) -> false);
	}

	void take(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Right right) {
		this.exchange.run(delegation, command("Remove-", address, servicePrincipal, right).confirmed(),
				(failure) -> failure.kind() == Failure.Kind.NOT_FOUND
						|| NO_SUCH_ENTRY.matcher(failure.message()).find());
	}

	private static Command command(String verb, MailboxAddress address, ObjectId servicePrincipal, Right right) {
		return Command.changing(verb + noun(right))
			.with("Identity", address.value())
			.with(whom(right), servicePrincipal.toString())
			.with("AccessRights", List.of(name(right)));
	}

	private static boolean gives(JsonNode entry, Right right) {
		// Everybody may open their own mailbox; and an entry can also deny.
		boolean self = entry.path(whom(right)).asString("").startsWith("NT AUTHORITY");
		boolean denies = entry.path("Deny").asBoolean(false)
				|| entry.path("AccessControlType").asString("").equalsIgnoreCase("Deny");
		return !self && !denies
				&& entry.path("AccessRights").valueStream().anyMatch((one) -> one.asString("").equals(name(right)));
	}

	private static String noun(Right right) {
		return (right == Right.FULL_ACCESS) ? "MailboxPermission" : "RecipientPermission";
	}

	private static String whom(Right right) {
		return (right == Right.FULL_ACCESS) ? "User" : "Trustee";
	}

	private static String name(Right right) {
		return (right == Right.FULL_ACCESS) ? "FullAccess" : "SendAs";
	}

}
