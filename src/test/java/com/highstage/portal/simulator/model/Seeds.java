package com.highstage.portal.simulator.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every directory holds before anybody does anything: Microsoft's own service
 * principals and the portal's own application.
 */
final class Seeds {

	private final World world;

	Seeds(World world) {
		this.world = world;
	}

	void sow(Organisation organisation) {
		for (Published api : Published.ALL) {
			if (!(organisation.company().noExchange() && api.appId().equals(Published.EXCHANGE))) {
				new Directory(this.world, organisation).keep(principal(organisation, api));
			}
		}
	}

	private ObjectNode principal(Organisation organisation, Published api) {
		ObjectNode principal = GraphTypes.blank("servicePrincipal");
		principal.put("id", stableId(organisation.tenantId() + api.appId()));
		principal.put("appId", api.appId().toString());
		principal.put("displayName", api.displayName());
		principal.put("appDisplayName", api.displayName());
		principal.put("accountEnabled", true);
		principal.put("appRoleAssignmentRequired", false);
		principal.put("appOwnerOrganizationId", "f8cdef31-a31e-4b4a-93e4-5f571e91255a");
		principal.put("servicePrincipalType", "Application");
		principal.put("signInAudience", "AzureADMultipleOrgs");
		api.appRoles().forEach((role) -> principal.withArray("appRoles").add(appRole(role, "Application")));
		for (Published.Scope scope : api.scopes()) {
			ObjectNode node = principal.withArray("oauth2PermissionScopes").addObject();
			node.put("id", scope.id().toString()).put("value", scope.value()).put("type", scope.type());
			node.put("adminConsentDisplayName", scope.text()).put("isEnabled", true);
		}
		api.audiences().forEach(principal.withArray("servicePrincipalNames")::add);
		return principal;
	}

	void sow(Founding.Portal portal) {
		Organisation home = this.world.organisation(portal.home()).orElseThrow();
		Directory directory = new Directory(this.world, home);
		ObjectNode body = GraphTypes.blank("application");
		body.put("id", stableId("portal application"));
		body.put("appId", portal.appId());
		body.put("displayName", portal.displayName());
		body.put("signInAudience", "AzureADMultipleOrgs");
		portal.redirectUris().forEach(((ObjectNode) body.path("web")).withArray("redirectUris")::add);
		ArrayNode roles = body.withArray("appRoles");
		portal.appRoles().forEach((role) -> roles.add(appRole(role, "User")));
		portal.applicationRoles().forEach((role) -> roles.add(appRole(role, "Application")));
		body.withArray("identifierUris").add("api://" + portal.appId());
		((ObjectNode) body.path("api")).put("requestedAccessTokenVersion", 2);
		withSecret(directory, directory.createApplication(body), portal.secret());
		directory.servicePrincipal(portal.appId());
		assign(portal, home);
		portal.daemons().forEach((daemon) -> sow(portal, daemon, directory));
	}

	private void sow(Founding.Portal portal, Founding.Daemon daemon, Directory directory) {
		ObjectNode body = GraphTypes.blank("application");
		body.put("id", stableId(daemon.appId()));
		body.put("appId", daemon.appId());
		body.put("displayName", daemon.displayName());
		body.put("signInAudience", "AzureADMyOrg");
		withSecret(directory, directory.createApplication(body), daemon.secret());
		DirectoryObject principal = directory.servicePrincipal(daemon.appId());
		portal.applicationRoles()
			.stream()
			.filter((role) -> daemon.roles().contains(role.value()))
			.forEach((role) -> directory.assign(principal.id(), directory.servicePrincipal(portal.appId()),
					role.id().toString()));
	}

	private static void withSecret(Directory directory, DirectoryObject application, String secret) {
		String keyId = stableId("secret of " + application.id());
		ObjectNode password = application.properties().withArray("passwordCredentials").addObject();
		password.put("keyId", keyId).put("displayName", "simulator");
		password.put("startDateTime", "2026-01-01T00:00:00Z").put("endDateTime", "2099-01-01T00:00:00Z");
		directory.keepSecret(keyId, secret);
	}

	/**
	 * Gives people their roles in the portal's application, as anybody can in their own
	 * organisation.
	 * @param portal the portal's application
	 * @param organisation whose people
	 */
	void assign(Founding.Portal portal, Organisation organisation) {
		Directory directory = new Directory(this.world, organisation);
		for (Account account : organisation.accounts()) {
			portal.appRoles()
				.stream()
				.filter((role) -> account.portalRoles().contains(role.value()))
				.forEach((role) -> directory.assign(account.oid().toString(),
						directory.servicePrincipal(portal.appId()), role.id().toString()));
		}
	}

	private static ObjectNode appRole(Published.Role role, String member) {
		ObjectNode node = GraphTypes.blank("appRole");
		node.put("id", role.id().toString()).put("value", role.value()).put("isEnabled", true);
		node.put("displayName", (role.text() != null) ? role.text() : role.value());
		node.put("description", node.path("displayName").asString()).put("origin", "Application");
		node.withArray("allowedMemberTypes").add(member);
		return node;
	}

	private static String stableId(String seed) {
		return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
