package com.highstage.portal.simulator.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.ExchangeMailbox;
import com.highstage.portal.simulator.model.History;
import com.highstage.portal.simulator.model.Permission;

/**
 * Who may open a mailbox, and who may send in its name.
 */
enum PermissionCmdlets {

	/** Opening. */
	MAILBOX("User",
			Set.of("FullAccess", "SendAs", "ExternalAccount", "DeleteItem", "ReadPermission", "ChangePermission",
					"ChangeOwner"),
			ExchangeMailbox::permissions),

	/** Sending; PowerShell asks before adding, too. */
	RECIPIENT("Trustee", Set.of("SendAs"), ExchangeMailbox::sendAs);

	private static final String SELF = "NT AUTHORITY\\SELF";

	private final String whom;

	private final Set<String> known;

	private final Function<ExchangeMailbox, History<List<Permission>>> kept;

	PermissionCmdlets(String whom, Set<String> known, Function<ExchangeMailbox, History<List<Permission>>> kept) {
		this.whom = whom;
		this.known = known;
		this.kept = kept;
	}

	Output add(Invocation call) {
		ExchangeMailbox mailbox = call.mailbox();
		List<String> rights = rights(call);
		String user = call.somebody(call.needed(this.whom));
		if (this == RECIPIENT) {
			call.confirmed();
		}
		List<Permission> before = this.kept.apply(mailbox).now();
		boolean present = before.stream()
			.anyMatch((one) -> rights.stream().allMatch((right) -> one.gives(right, user)));
		Permission added = new Permission(user, rights, call.now(),
				call.value("AutoMapping").map(JsonNode::asBoolean).orElse(this == MAILBOX));
		if (present) {
			return new Output(List.of(json(mailbox, added)),
					List.of("The appropriate access control entry is already present on the object \"CN="
							+ mailbox.objectId() + "\" for account \"" + user + "\"."));
		}
		List<Permission> after = new ArrayList<>(before);
		after.add(added);
		this.kept.apply(mailbox).set(List.copyOf(after), call.now());
		return Output.of(List.of(json(mailbox, added)));
	}

	Output get(Invocation call) {
		ExchangeMailbox mailbox = call.mailbox();
		Permission self = new Permission(SELF,
				(this == MAILBOX) ? List.of("FullAccess", "ReadPermission") : List.of("SendAs"), call.now(), false);
		Stream<Permission> all = Stream.concat(Stream.of(self), this.kept.apply(mailbox).now().stream());
		if (call.has(this.whom)) {
			String user = kept(call, mailbox);
			all = all.filter((one) -> one.user().equals(user));
		}
		return Output.of(all.map((one) -> json(mailbox, one)).toList());
	}

	Output remove(Invocation call) {
		ExchangeMailbox mailbox = call.mailbox();
		List<String> rights = rights(call);
		String user = kept(call, mailbox);
		call.confirmed();
		List<Permission> before = this.kept.apply(mailbox).now();
		List<Permission> after = before.stream()
			.map((one) -> one.user().equals(user) ? one.without(rights) : one)
			.filter((one) -> !one.accessRights().isEmpty())
			.toList();
		if (after.equals(before)) {
			return Output.warning("Can't remove the access control entry on the object \"CN=" + mailbox.objectId()
					+ "\" for account \"" + user + "\" because the ACE isn't present.");
		}
		this.kept.apply(mailbox).set(after, call.now());
		return Output.nothing();
	}

	/**
	 * An entry outlives the registration of the application that it is for.
	 */
	private String kept(Invocation call, ExchangeMailbox mailbox) {
		String identity = call.needed(this.whom);
		return this.kept.apply(mailbox)
			.now()
			.stream()
			.map(Permission::user)
			.filter(identity::equalsIgnoreCase)
			.findFirst()
			.orElseGet(() -> call.somebody(identity));
	}

	private List<String> rights(Invocation call) {
		List<String> rights = new ArrayList<>();
		for (String given : call.list("AccessRights")) {
			rights.add(this.known.stream()
				.filter(given::equalsIgnoreCase)
				.findFirst()
				.orElseThrow(() -> ExchangeError.parameter(
						"Cannot process argument transformation on parameter 'AccessRights'. Cannot convert value \""
								+ given + "\" to type \"Microsoft.Exchange.Management.RecipientTasks."
								+ ((this == MAILBOX) ? "MailboxRights" : "RecipientAccessRight") + "[]\".")));
		}
		return List.copyOf(rights);
	}

	private ObjectNode json(ExchangeMailbox mailbox, Permission permission) {
		ObjectNode node = JsonMapper.shared().createObjectNode();
		node.put("Identity", mailbox.objectId()).put(this.whom, permission.user());
		node.put("AccessRights@odata.type", "#Collection(String)");
		ArrayNode rights = node.putArray("AccessRights");
		permission.accessRights().forEach(rights::add);
		node.put("IsInherited", false).put("InheritanceType", (this == MAILBOX) ? "All" : "None");
		return (this == MAILBOX) ? node.put("Deny", false) : node.put("AccessControlType", "Allow");
	}

}
