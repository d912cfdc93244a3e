package com.highstage.portal.simulator.graph;

import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.Published;

/**
 * {@code appRoleAssignedTo} and {@code appRoleAssignments}: application permissions.
 */
final class Assignments {

	private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

	private Assignments() {
	}

	static Answer assignedTo(Call call) {
		return list(call, "resourceId", "appRoleAssignedTo");
	}

	static Answer assignments(Call call) {
		return list(call, "principalId", "appRoleAssignments");
	}

	private static Answer list(Call call, String side, String name) {
		call.caller()
			.need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All",
					"AppRoleAssignment.ReadWrite.All");
		DirectoryObject principal = call.settled(ServicePrincipals.find(call));
		Predicate<JsonNode> filter = call.query().filter("appRoleAssignment");
		List<ObjectNode> found = of(call, side, principal.id()).stream()
			.filter(filter)
			.map((one) -> call.query().project("appRoleAssignment", one))
			.toList();
		return Answer.json(200, call.query().list("servicePrincipals('" + principal.id() + "')/" + name, found));
	}

	/**
	 * The assignments that have spread.
	 * @param call the call
	 * @param side {@code principalId} or {@code resourceId}
	 * @param id whose
	 * @return the assignments
	 */
	static List<ObjectNode> of(Call call, String side, String id) {
		return call.caller()
			.organisation()
			.assignments()
			.values()
			.stream()
			.filter((one) -> one.text(side).equals(id) && call.world().replicated(one.since()))
			.map((one) -> one.properties().deepCopy())
			.toList();
	}

	static Answer assign(Call call) {
		needPermission(call);
		DirectoryObject addressed = call.settled(ServicePrincipals.find(call));
		JsonNode body = call.body("appRoleAssignment");
		for (String required : List.of("principalId", "resourceId", "appRoleId")) {
			if (body.path(required).asString("").isEmpty()) {
				throw GraphError.badRequest("One or more properties are invalid: '" + required + "' is required.");
			}
		}
		String resourceId = body.path("resourceId").asString();
		String principalId = body.path("principalId").asString();
		boolean from = call.address().tail().equals("appRoleAssignedTo");
		if (!addressed.id().equals(from ? resourceId : principalId)) {
			throw GraphError.badRequest("The id in the address does not match the one in the body.");
		}
		DirectoryObject resource = known(call, resourceId);
		if (call.caller().organisation().accountByOid(principalId).isEmpty()) {
			known(call, principalId);
		}
		call.caller().needToConsent();
		return assign(call, principalId, resource, body.path("appRoleId").asString());
	}

	private static Answer assign(Call call, String principalId, DirectoryObject resource, String appRoleId) {
		boolean exists = resource.properties()
			.path("appRoles")
			.valueStream()
			.anyMatch((role) -> role.path("id").asString().equals(appRoleId));
		if (!exists && !(appRoleId.equals(NOBODY) && resource.properties().path("appRoles").isEmpty())) {
			throw GraphError
				.badRequest("Permission being assigned was not found on application '" + resource.text("appId") + "'.")
				.with("InvalidUpdate", "appRoleId", "Permission being assigned was not found on application.");
		}
		if (resource.text("appId").equals(Published.GRAPH.toString())) {
			call.caller().need("AppRoleAssignment.ReadWrite.All");
			call.caller().needToConsentToGraph();
		}
		if (call.directory().assignment(principalId, resource.id(), appRoleId).isPresent()) {
			throw GraphError.badRequest("Permission being assigned already exists on the object")
				.with("InvalidUpdate", "appRoleId", "Permission being assigned already exists on the object");
		}
		ObjectNode created = call.directory().assign(principalId, resource, appRoleId).properties();
		return Call.entity(201, "appRoleAssignments", call.query().project("appRoleAssignment", created));
	}

	private static void needPermission(Call call) {
		if (call.world().settings().graphRefusesAppRoleAssignedTo()) {
			call.caller().need("AppRoleAssignment.ReadWrite.All");
		}
		call.caller().need("AppRoleAssignment.ReadWrite.All", "Application.ReadWrite.All");
	}

	private static DirectoryObject known(Call call, String id) {
		DirectoryObject principal = call.caller().organisation().servicePrincipals().get(id);
		if (principal == null || !call.world().replicated(principal.since())) {
			throw GraphError.missing(id);
		}
		return principal;
	}

	static Answer remove(Call call) {
		needPermission(call);
		DirectoryObject principal = call.settled(ServicePrincipals.find(call));
		call.caller().needToConsent();
		String id = call.address().rest().getLast();
		DirectoryObject assignment = call.caller().organisation().assignments().get(id);
		if (assignment == null || !(assignment.text("resourceId").equals(principal.id())
				|| assignment.text("principalId").equals(principal.id()))) {
			throw GraphError.missing(id);
		}
		call.caller().organisation().assignments().remove(id);
		return Answer.empty(204);
	}

	static Answer delegatedGrants(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		String clientId = call.address().keyed() ? call.settled(ServicePrincipals.find(call)).id() : "";
		List<ObjectNode> found = call.caller()
			.organisation()
			.grants()
			.values()
			.stream()
			.filter((one) -> clientId.isEmpty() || one.text("clientId").equals(clientId))
			.map((one) -> one.properties().deepCopy())
			.toList();
		return Answer.json(200, call.query().list("oauth2PermissionGrants", found));
	}

}
