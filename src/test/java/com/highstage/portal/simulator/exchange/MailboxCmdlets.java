package com.highstage.portal.simulator.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.ExchangeMailbox;
import com.highstage.portal.simulator.model.History;
import com.highstage.portal.simulator.model.Mailbox;

/**
 * Mailboxes and how they may be reached.
 */
final class MailboxCmdlets {

	private static final Set<String> TYPES = Set.of("usermailbox", "sharedmailbox", "roommailbox", "equipmentmailbox",
			"schedulingmailbox", "teammailbox", "discoverymailbox", "groupmailbox", "linkedmailbox", "legacymailbox");

	private static final int MOST = 1000;

	private MailboxCmdlets() {
	}

	static Output get(Invocation call) {
		return found(call, MailboxCmdlets::json);
	}

	/**
	 * A new {@code WindowsEmailAddress} becomes the primary address, and the former one
	 * an alias.
	 */
	static Output rename(Invocation call) {
		String address = call.needed("WindowsEmailAddress");
		ExchangeMailbox mailbox = call.mailbox();
		if (call.exchange().mailboxes().stream().anyMatch((other) -> other != mailbox && other.is(address))) {
			throw ExchangeError.parameter("The proxy address \"SMTP:" + address
					+ "\" is already being used by the proxy addresses or LegacyExchangeDN. Please choose another proxy address.");
		}
		mailbox.rename(address);
		return Output.nothing();
	}

	static Output remove(Invocation call) {
		call.exchange().remove(call.mailbox());
		return Output.nothing();
	}

	static Output getProtocols(Invocation call) {
		return found(call, MailboxCmdlets::protocols);
	}

	private static Output found(Invocation call, Function<ExchangeMailbox, ObjectNode> shape) {
		Predicate<ExchangeMailbox> type = types(call);
		if (call.has("Identity")) {
			return Output.of(Stream.of(call.mailbox()).filter(type).map(shape).toList());
		}
		List<ObjectNode> all = call.exchange()
			.mailboxes()
			.stream()
			.filter(type)
			.filter(call.text("Anr").map(MailboxCmdlets::anr).orElse((any) -> true))
			.filter(call.text("Filter").map(MailboxFilter::parse).orElse((any) -> true))
			.map(shape)
			.toList();
		int most = size(call);
		return (all.size() <= most) ? Output.of(all) : new Output(all.subList(0, most), List
			.of("There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter."));
	}

	private static int size(Invocation call) {
		String size = call.text("ResultSize").orElse(String.valueOf(MOST));
		return size.equalsIgnoreCase("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(size);
	}

	private static Predicate<ExchangeMailbox> types(Invocation call) {
		List<String> wanted = call.list("RecipientTypeDetails");
		for (String type : wanted) {
			if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
				throw ExchangeError
					.parameter("Cannot process argument transformation on parameter 'RecipientTypeDetails'."
							+ " Cannot convert value \"" + type
							+ "\" to type \"Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails[]\".");
			}
		}
		return (mailbox) -> wanted.isEmpty() || wanted.stream().anyMatch(mailbox.properties().type()::equalsIgnoreCase);
	}

	/**
	 * Ambiguous name resolution: the start of a name, of a word in it, or of an address.
	 */
	private static Predicate<ExchangeMailbox> anr(String words) {
		String wanted = words.trim().toLowerCase(Locale.ROOT);
		return (mailbox) -> Stream
			.of(Stream.of(mailbox.properties().name(), mailbox.properties().alias(), mailbox.address()),
					Stream.of(mailbox.properties().name().split("\\s+")),
					mailbox.properties().otherAddresses().stream())
			.flatMap((names) -> names)
			.anyMatch((name) -> name.toLowerCase(Locale.ROOT).startsWith(wanted));
	}

	static Output setProtocols(Invocation call) {
		ExchangeMailbox mailbox = call.mailbox();
		boolean imap = change(call, "ImapEnabled", mailbox.imapEnabled());
		boolean pop = change(call, "PopEnabled", mailbox.popEnabled());
		boolean smtp = false;
		JsonNode disabled = call.parameters().get("SmtpClientAuthenticationDisabled");
		if (disabled != null) {
			Optional<Boolean> wanted = disabled.isNull() ? Optional.empty() : Optional.of(disabled.asBoolean());
			smtp = !mailbox.smtpAuthDisabled().now().equals(wanted);
			mailbox.smtpAuthDisabled().set(wanted, call.now());
		}
		return (imap || pop || smtp) ? Output.nothing()
				: Output.warning("The command completed successfully but no settings of '" + mailbox.objectId()
						+ "' have been modified.");
	}

	/**
	 * A switch that is set to what it is has not been changed just now.
	 */
	private static boolean change(Invocation call, String name, History<Boolean> current) {
		boolean wanted = call.value(name).map(JsonNode::asBoolean).orElse(current.now());
		boolean changes = wanted != current.now();
		if (changes) {
			current.set(wanted, call.now());
		}
		return changes;
	}

	private static ObjectNode json(ExchangeMailbox mailbox) {
		Mailbox properties = mailbox.properties();
		ObjectNode node = JsonMapper.shared().createObjectNode();
		node.put("ExternalDirectoryObjectId", mailbox.objectId());
		node.put("Identity", mailbox.objectId()).put("Id", mailbox.objectId()).put("Name", mailbox.objectId());
		node.put("ExchangeGuid@odata.type", "#Guid").put("ExchangeGuid", mailbox.objectId());
		node.put("DisplayName", properties.name()).put("Alias", properties.alias());
		node.put("UserPrincipalName", properties.userPrincipalName());
		node.put("WindowsEmailAddress", mailbox.address()).put("PrimarySmtpAddress", mailbox.address());
		node.put("EmailAddresses@odata.type", "#Collection(String)");
		ArrayNode addresses = node.putArray("EmailAddresses").add("SMTP:" + mailbox.address());
		properties.otherAddresses().forEach((address) -> addresses.add("smtp:" + address));
		node.put("RecipientType", "UserMailbox").put("RecipientTypeDetails", properties.type());
		return node.put("IsShared", properties.type().equals("SharedMailbox")).put("IsValid", true);
	}

	private static ObjectNode protocols(ExchangeMailbox mailbox) {
		ObjectNode node = JsonMapper.shared().createObjectNode();
		node.put("ExternalDirectoryObjectId", mailbox.objectId());
		node.put("Identity", mailbox.objectId()).put("Id", mailbox.objectId()).put("Name", mailbox.objectId());
		node.put("DisplayName", mailbox.properties().name()).put("PrimarySmtpAddress", mailbox.address());
		node.put("EmailAddresses@odata.type", "#Collection(String)");
		node.putArray("EmailAddresses").add("SMTP:" + mailbox.address());
		node.put("ImapEnabled", mailbox.imapEnabled().now()).put("PopEnabled", mailbox.popEnabled().now());
		node.put("SmtpClientAuthenticationDisabled", mailbox.smtpAuthDisabled().now().orElse(null));
		return node.put("OWAEnabled", true).put("MAPIEnabled", true).put("EwsEnabled", true).put("IsValid", true);
	}

}
