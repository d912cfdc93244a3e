package com.highstage.portal.simulator.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.Organisation;

/**
 * {@code /servicePrincipals}.
 */
final class ServicePrincipals {

	private static final Set<String> WRITABLE = Set.of("appId", "accountEnabled", "appRoleAssignmentRequired",
			"displayName", "notes", "tags", "description", "alternativeNames", "notificationEmailAddresses");

	private ServicePrincipals() {
	}

	static Answer list(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		List<ObjectNode> found = call.caller()
			.organisation()
			.servicePrincipals()
			.values()
			.stream()
			.filter((one) -> call.world().replicated(one.since()))
			.map(call::seen)
			.filter(call.query().filter("servicePrincipal"))
			.map((one) -> project(call, one))
			.toList();
		return Answer.json(200, call.query().list("servicePrincipals", found));
	}

	static Answer get(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		return Call.entity(200, "servicePrincipals", project(call, call.seen(call.settled(find(call)))));
	}

	private static ObjectNode project(Call call, ObjectNode principal) {
		ObjectNode projected = call.query().project("servicePrincipal", principal);
		String id = principal.path("id").asString();
		for (String name : call.query().expanded("appRoleAssignments", "appRoleAssignedTo")) {
			String side = name.equals("appRoleAssignments") ? "principalId" : "resourceId";
			Assignments.of(call, side, id).forEach(projected.putArray(name)::add);
		}
		return projected;
	}

	static Optional<DirectoryObject> find(Call call) {
		Address address = call.address();
		return switch (address.keyName()) {
			case "id" -> Optional.ofNullable(call.caller().organisation().servicePrincipals().get(address.key()));
			case "appId" -> call.caller().organisation().servicePrincipalByAppId(address.key());
			default ->
				throw GraphError.of(400, "BadRequest", "The key '" + address.keyName() + "' is not an alternate key.");
		};
	}

	static Answer create(Call call) {
		call.caller().need("Application.ReadWrite.All");
		JsonNode body = checked(call);
		return create(call, body.path("appId").asString(""), body);
	}

	private static JsonNode checked(Call call) {
		JsonNode body = call.body("servicePrincipal");
		body.propertyNames().forEach((name) -> {
			if (!WRITABLE.contains(name) && !name.startsWith("@odata.")) {
				throw GraphError.badRequest("Property '" + name + "' is read-only and cannot be set.");
			}
		});
		return body;
	}

	private static Answer create(Call call, String appId, JsonNode body) {
		Organisation organisation = call.caller().organisation();
		if (organisation.servicePrincipalByAppId(appId).isPresent()) {
			throw GraphError.of(409, "Request_MultipleObjectsWithSameKeyValue",
					"The service principal cannot be created, updated, or restored because the service principal name "
							+ appId + " is already in use.");
		}
		Organisation home = call.world().homeOfApplication(appId).orElseThrow(() -> noBackingApplication(appId));
		DirectoryObject application = home.applicationByAppId(appId).orElseThrow();
		call.caller().needToManage((home == organisation) ? Optional.of(application) : Optional.empty());
		checkSpread(call, appId, application);
		DirectoryObject created = call.directory().createServicePrincipal(application.properties(), home);
		Directory.merge(created.properties(), body);
		call.caller().account().map(Account::oid).ifPresent((oid) -> created.owners().add(oid.toString()));
		return Call.entity(201, "servicePrincipals", call.query().project("servicePrincipal", created.properties()));
	}

	/**
	 * Too early, two different answers are known; they alternate.
	 */
	private static void checkSpread(Call call, String appId, DirectoryObject application) {
		if (call.world().replicated(application.since())) {
			return;
		}
		if (call.world().takeTurns()) {
			throw noBackingApplication(appId);
		}
		throw GraphError.of(403, "Authorization_RequestDenied",
				"When using this permission, the backing application of the service principal being created must in the local tenant");
	}

	private static GraphError noBackingApplication(String appId) {
		return GraphError
			.badRequest(
					"The appId '" + appId + "' of the service principal does not reference a valid application object.")
			.with("NoBackingApplicationObject", "appId",
					"The appId of the service principal does not reference a valid application object.");
	}

	static Answer change(Call call) {
		call.caller().need("Application.ReadWrite.All");
		Optional<DirectoryObject> existing = find(call);
		if (existing.isEmpty() && call.address().keyName().equals("appId") && call.createsIfMissing()) {
			return create(call, call.address().key(), checked(call));
		}
		DirectoryObject principal = existing.orElseThrow(() -> GraphError.missing(call.address().key()));
		if (!call.createsIfMissing()) {
			call.settled(existing);
		}
		call.caller().needToManage(existing);
		JsonNode body = checked(call);
		principal.changing(call.world().now());
		Directory.merge(principal.properties(), body);
		return Answer.empty(204);
	}

	static Answer delete(Call call) {
		call.caller().need("Application.ReadWrite.All");
		DirectoryObject principal = call.settled(find(call));
		call.caller().needToManage(Optional.of(principal));
		call.directory().deleteServicePrincipal(principal);
		return Answer.empty(204);
	}

}
