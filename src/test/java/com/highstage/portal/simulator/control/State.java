package com.highstage.portal.simulator.control;

import java.util.Collection;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.Secret;
import com.highstage.portal.simulator.model.World;

/**
 * All of Microsoft's side as one JSON object, secrets as SHA-256.
 */
final class State {

	private State() {
	}

	static ObjectNode of(World world) {
		ObjectNode state = JsonMapper.shared().createObjectNode();
		ArrayNode organisations = state.putArray("organisations");
		world.organisations().forEach((organisation) -> organisations.add(of(organisation)));
		return state;
	}

	static ObjectNode of(Organisation organisation) {
		ObjectNode node = JsonMapper.shared().createObjectNode();
		node.put("name", organisation.name());
		node.put("domain", organisation.domain());
		node.put("tenantId", organisation.tenantId());
		ArrayNode accounts = node.putArray("accounts");
		organisation.accounts().forEach((account) -> {
			ObjectNode one = accounts.addObject();
			one.put("address", account.address()).put("name", account.name()).put("oid", account.oid().toString());
			one.put("guest", account.guest());
			account.roles().forEach(one.putArray("roles")::add);
		});
		ExchangeState.write(organisation.exchange(), node);
		ArrayNode applications = objects(node, "applications", organisation.applications().values());
		applications.forEach((application) -> addSecrets(organisation, application));
		objects(node, "servicePrincipals", organisation.servicePrincipals().values());
		objects(node, "appRoleAssignments", organisation.assignments().values());
		objects(node, "oauth2PermissionGrants", organisation.grants().values());
		objects(node, "deletedItems", organisation.deleted().values());
		return node;
	}

	private static ArrayNode objects(ObjectNode node, String name, Collection<DirectoryObject> objects) {
		ArrayNode array = node.putArray(name);
		objects.forEach((object) -> array.add(object.properties().deepCopy()));
		return array;
	}

	private static void addSecrets(Organisation organisation, JsonNode application) {
		for (JsonNode credential : application.path("passwordCredentials")) {
			Secret secret = organisation.secrets().get(credential.path("keyId").asString());
			if (secret != null) {
				((ObjectNode) credential).put("secretText", Redaction.sha256(secret.value()));
			}
		}
	}

}
