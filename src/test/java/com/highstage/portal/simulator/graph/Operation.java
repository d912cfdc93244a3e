package com.highstage.portal.simulator.graph;

import java.util.List;
import java.util.function.Function;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.GraphTypes;

/**
 * What can be asked of Graph here.
 *
 * @param name its name, by which faults find it
 * @param method the HTTP method
 * @param collection the first segment
 * @param keyed whether one object is addressed
 * @param tail the segments after it; {@code *} stands for any one
 * @param handler what answers
 */
record Operation(String name, String method, String collection, boolean keyed, String tail,
		Function<Call, Answer> handler) {

	static final List<Operation> ALL = List.of(
			new Operation("organization", "GET", "organization", false, "", People::organization),
			new Operation("me", "GET", "me", false, "", People::me),
			new Operation("transitiveMemberOf", "GET", "me", false, "transitiveMemberOf/microsoft.graph.directoryRole",
					People::directoryRoles),
			new Operation("transitiveMemberOf", "GET", "me", false, "transitiveMemberOf/graph.directoryRole",
					People::directoryRoles),
			new Operation("listApplications", "GET", "applications", false, "", Applications::list),
			new Operation("createApplication", "POST", "applications", false, "", Applications::create),
			new Operation("getApplication", "GET", "applications", true, "", Applications::get),
			new Operation("appRoles", "GET", "applications", true, "appRoles", Applications::appRoles),
			new Operation("updateApplication", "PATCH", "applications", true, "", Applications::change),
			new Operation("deleteApplication", "DELETE", "applications", true, "", Applications::delete),
			new Operation("addPassword", "POST", "applications", true, "addPassword", Applications::addPassword),
			new Operation("removePassword", "POST", "applications", true, "removePassword",
					Applications::removePassword),
			new Operation("addKey", "POST", "applications", true, "addKey", Applications::addKey),
			new Operation("listServicePrincipals", "GET", "servicePrincipals", false, "", ServicePrincipals::list),
			new Operation("createServicePrincipal", "POST", "servicePrincipals", false, "", ServicePrincipals::create),
			new Operation("getServicePrincipal", "GET", "servicePrincipals", true, "", ServicePrincipals::get),
			new Operation("updateServicePrincipal", "PATCH", "servicePrincipals", true, "", ServicePrincipals::change),
			new Operation("deleteServicePrincipal", "DELETE", "servicePrincipals", true, "", ServicePrincipals::delete),
			new Operation("listAppRoleAssignedTo", "GET", "servicePrincipals", true, "appRoleAssignedTo",
					Assignments::assignedTo),
			new Operation("appRoleAssignedTo", "POST", "servicePrincipals", true, "appRoleAssignedTo",
					Assignments::assign),
			new Operation("removeAppRoleAssignedTo", "DELETE", "servicePrincipals", true, "appRoleAssignedTo/*",
					Assignments::remove),
			new Operation("appRoleAssignments", "GET", "servicePrincipals", true, "appRoleAssignments",
					Assignments::assignments),
			new Operation("createAppRoleAssignment", "POST", "servicePrincipals", true, "appRoleAssignments",
					Assignments::assign),
			new Operation("removeAppRoleAssignment", "DELETE", "servicePrincipals", true, "appRoleAssignments/*",
					Assignments::remove),
			new Operation("oauth2PermissionGrants", "GET", "servicePrincipals", true, "oauth2PermissionGrants",
					Assignments::delegatedGrants),
			new Operation("oauth2PermissionGrants", "GET", "oauth2PermissionGrants", false, "",
					Assignments::delegatedGrants),
			new Operation("deletedItems", "GET", "directory", false, "deletedItems/microsoft.graph.application",
					DeletedItems::list),
			new Operation("getDeletedItem", "GET", "directory", false, "deletedItems/*", DeletedItems::get),
			new Operation("purge", "DELETE", "directory", false, "deletedItems/*", DeletedItems::purge),
			new Operation("restore", "POST", "directory", false, "deletedItems/*/restore", DeletedItems::restore));

	/**
	 * Finds what an address and method mean.
	 * @param method the HTTP method
	 * @param address the address
	 * @return the operation
	 * @throws GraphError as Graph answers to what it does not know
	 */
	static Operation find(String method, Address address) {
		List<Operation> addressed = ALL.stream().filter((one) -> one.matches(address)).toList();
		return addressed.stream()
			.filter((one) -> one.method.equals(method))
			.findFirst()
			.orElseThrow(() -> addressed.isEmpty() ? unknown(address) : GraphError.of(405, "Request_BadRequest",
					"Specified HTTP method is not allowed for the request target."));
	}

	private boolean matches(Address address) {
		boolean tailFits = this.tail.equals(address.tail())
				|| (this.tail.contains("*") && address.tail().matches(this.tail.replace("*", "[\\w-]+")));
		return this.collection.equals(address.collection()) && this.keyed == address.keyed() && tailFits;
	}

	private static GraphError unknown(Address address) {
		boolean known = ALL.stream().anyMatch((one) -> one.collection.equals(address.collection()));
		String type = address.collection().equals("applications") ? "application" : "servicePrincipal";
		if (known && !address.rest().isEmpty() && GraphTypes.navigation(type, address.rest().getFirst())) {
			return GraphError.of(501, "NotImplemented", "The simulator does not know " + address.tail() + ".");
		}
		return GraphError
			.segment((known && !address.rest().isEmpty()) ? address.rest().getFirst() : address.collection());
	}

	/**
	 * The name under which a call is known.
	 * @param method the HTTP method
	 * @param path the segments after the version
	 * @return the name, or the last segment of an unknown address
	 */
	static String name(String method, List<String> path) {
		try {
			Address address = Address.parse(path);
			Operation operation = find(method, address);
			boolean upsert = operation.method.equals("PATCH") && !address.keyName().equals("id");
			return upsert ? operation.name.replace("update", "upsert") : operation.name;
		}
		catch (GraphError ex) {
			return path.isEmpty() ? "graph" : path.getLast();
		}
	}

}
