package com.highstage.portal.simulator.graph;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.DirectoryObject;

/**
 * {@code /applications}.
 */
final class Applications {

	private Applications() {
	}

	static Answer list(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		List<ObjectNode> found = call.caller()
			.organisation()
			.applications()
			.values()
			.stream()
			.filter((one) -> call.world().replicated(one.since()))
			.map(call::seen)
			.filter(call.query().filter("application"))
			.map((one) -> project(call, one))
			.toList();
		return Answer.json(200, call.query().list("applications", found));
	}

	static Answer get(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		return Call.entity(200, "applications", project(call, call.seen(call.settled(find(call)))));
	}

	static Answer appRoles(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		ObjectNode application = call.seen(call.settled(find(call)));
		List<ObjectNode> roles = application.path("appRoles")
			.valueStream()
			.map((role) -> (ObjectNode) role.deepCopy())
			.toList();
		return Answer.json(200,
				call.query().list("applications('" + application.path("id").asString() + "')/appRoles", roles));
	}

	private static ObjectNode project(Call call, ObjectNode application) {
		ObjectNode projected = call.query().project("application", application);
		call.query().expanded();
		if (!call.query().selects("keyCredentials")) {
			projected.path("keyCredentials").forEach((key) -> ((ObjectNode) key).putNull("key"));
		}
		return projected;
	}

	static Optional<DirectoryObject> find(Call call) {
		Address address = call.address();
		return switch (address.keyName()) {
			case "id" -> Optional.ofNullable(call.caller().organisation().applications().get(address.key()));
			case "appId" -> call.caller().organisation().applicationByAppId(address.key());
			case "uniqueName" -> call.caller()
				.organisation()
				.applications()
				.values()
				.stream()
				.filter((one) -> one.text("uniqueName").equals(address.key()))
				.findFirst();
			default ->
				throw GraphError.of(400, "BadRequest", "The key '" + address.keyName() + "' is not an alternate key.");
		};
	}

	static Answer create(Call call) {
		call.caller().need("Application.ReadWrite.All");
		call.caller().needToManage(Optional.empty());
		return Call.entity(201, "applications", project(call, create(call, call.body("application")).properties()));
	}

	private static DirectoryObject create(Call call, JsonNode body) {
		ApplicationRules.check(call, Optional.empty(), body);
		if (body.path("displayName").asString("").isBlank()) {
			throw GraphError.badRequest("The 'displayName' property is missing or empty.")
				.with("MissingRequiredProperty", "displayName", "The 'displayName' property is required.");
		}
		DirectoryObject created = call.directory().createApplication(body);
		call.caller().account().map(Account::oid).ifPresent((oid) -> created.owners().add(oid.toString()));
		return created;
	}

	static Answer change(Call call) {
		call.caller().need("Application.ReadWrite.All");
		Optional<DirectoryObject> existing = find(call);
		if (existing.isEmpty() && !call.address().keyName().equals("id") && call.createsIfMissing()) {
			return upsert(call);
		}
		DirectoryObject application = existing.orElseThrow(() -> GraphError.missing(call.address().key()));
		if (!call.createsIfMissing()) {
			call.settled(existing);
		}
		call.caller().needToManage(existing);
		JsonNode body = call.body("application");
		ApplicationRules.check(call, existing, body);
		application.changing(call.world().now());
		Directory.merge(application.properties(), ApplicationRules.completed(call, application, body));
		return Answer.empty(204);
	}

	private static Answer upsert(Call call) {
		call.caller().needToManage(Optional.empty());
		ObjectNode body = (ObjectNode) call.body("application").deepCopy();
		body.put(call.address().keyName(), call.address().key());
		return Call.entity(201, "applications", project(call, create(call, body).properties()));
	}

	static Answer delete(Call call) {
		call.caller().need("Application.ReadWrite.All");
		DirectoryObject application = call.settled(find(call));
		call.caller().needToManage(Optional.of(application));
		call.directory().deleteApplication(application);
		return Answer.empty(204);
	}

	static Answer addPassword(Call call) {
		call.caller().need("Application.ReadWrite.All");
		DirectoryObject application = call.settled(find(call));
		call.caller().needToManage(Optional.of(application));
		JsonNode credential = parameters(call, "passwordCredential").path("passwordCredential");
		PasswordRules.check(call, credential);
		ObjectNode created = call.directory().addPassword(application, credential);
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.passwordCredential");
		body.setAll(created);
		return Answer.json(200, body);
	}

	static Answer removePassword(Call call) {
		call.caller().need("Application.ReadWrite.All");
		DirectoryObject application = call.settled(find(call));
		call.caller().needToManage(Optional.of(application));
		String keyId = parameters(call, "keyId").path("keyId").asString("");
		if (!call.directory().removePassword(application, keyId)) {
			throw GraphError.badRequest("No password credential found with keyId.");
		}
		return Answer.empty(204);
	}

	static Answer addKey(Call call) {
		call.caller().need("Application.ReadWrite.All");
		call.settled(find(call));
		parameters(call, "keyCredential", "passwordCredential", "proof");
		throw GraphError.of(403, "Authorization_RequestDenied",
				"Access denied. Proof of possession of an existing valid key is required.");
	}

	private static JsonNode parameters(Call call, String... known) {
		JsonNode body = call.json();
		body.propertyNames().forEach((name) -> {
			if (!List.of(known).contains(name)) {
				throw GraphError.badRequest("The parameter '" + name
						+ "' in the request payload is not a valid parameter for the operation.");
			}
		});
		return body;
	}

}
