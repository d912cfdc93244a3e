package com.highstage.portal.simulator.graph;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.DirectoryRole;
import com.highstage.portal.simulator.model.GraphTypes;
import com.highstage.portal.simulator.model.Organisation;

/**
 * {@code /me} and {@code /organization}.
 */
final class People {

	private static final List<String> USUAL = List.of("businessPhones", "displayName", "givenName", "jobTitle", "mail",
			"mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName", "id");

	private People() {
	}

	static Answer me(Call call) {
		call.caller().need("User.Read", "Directory.Read.All");
		Account account = person(call);
		ObjectNode whole = GraphTypes.blank("user");
		whole.put("id", account.oid().toString()).put("displayName", account.name()).put("mail", account.address());
		whole.put("userPrincipalName",
				account.guest()
						? account.address().replace('@', '_') + "#EXT#@" + call.caller().organisation().initialDomain()
						: account.address());
		whole.put("userType", account.guest() ? "Guest" : "Member").put("accountEnabled", true);
		ObjectNode shown = call.query().project("user", whole);
		if (!call.query().options().containsKey("$select")) {
			shown = JsonMapper.shared().createObjectNode();
			for (String name : USUAL) {
				shown.set(name, whole.path(name));
			}
		}
		return Call.entity(200, "users", shown);
	}

	private static Account person(Call call) {
		return call.caller()
			.account()
			.orElseThrow(() -> GraphError.of(400, "BadRequest",
					"/me request is only valid with delegated authentication flow."));
	}

	static Answer directoryRoles(Call call) {
		call.caller().need("User.Read", "Directory.Read.All");
		if (!call.query().advanced() || !call.query().counts()) {
			throw GraphError.unsupported(
					"The request uses the OData cast, which is only supported with the header ConsistencyLevel: eventual and $count=true.");
		}
		Organisation organisation = call.caller().organisation();
		List<ObjectNode> roles = person(call).directoryRoles()
			.stream()
			.map((role) -> role(organisation, role))
			.filter(call.query().filter("directoryRole"))
			.map((role) -> call.query().project("directoryRole", role))
			.toList();
		return Answer.json(200, call.query().list("directoryRoles", roles));
	}

	private static ObjectNode role(Organisation organisation, DirectoryRole role) {
		ObjectNode node = GraphTypes.blank("directoryRole");
		String seed = organisation.tenantId() + role.templateId();
		node.put("id", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
		node.put("displayName", role.displayName()).put("roleTemplateId", role.templateId());
		return node;
	}

	static Answer organization(Call call) {
		call.caller().need("User.Read", "Organization.Read.All", "Directory.Read.All", "Application.ReadWrite.All");
		Organisation organisation = call.caller().organisation();
		ObjectNode whole = GraphTypes.blank("organization");
		whole.put("id", organisation.tenantId()).put("displayName", organisation.name());
		for (String domain : List.of(organisation.domain(), organisation.initialDomain())) {
			boolean initial = !domain.equals(organisation.domain());
			whole.withArray("verifiedDomains")
				.addObject()
				.put("capabilities", organisation.company().noExchange() ? "" : "Email, OfficeCommunicationsOnline")
				.put("isDefault", !initial)
				.put("isInitial", initial)
				.put("name", domain)
				.put("type", "Managed");
		}
		return Answer.json(200,
				call.query().list("organization", List.of(call.query().project("organization", whole))));
	}

}
