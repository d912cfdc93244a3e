package com.highstage.portal.simulator.entra;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.Published;

/**
 * Who has allowed which application what in an organisation, kept as Microsoft keeps it:
 * delegated permissions per person or for all, application permissions as assignments.
 *
 * @param directory the organisation's directory
 */
record Consents(Directory directory) {

	/**
	 * What an application was allowed on a person's behalf.
	 * @param appId the application
	 * @param api the API
	 * @param account the person
	 * @return the names of the permissions
	 */
	Set<String> granted(String appId, Published api, Account account) {
		Set<String> granted = new LinkedHashSet<>();
		Organisation organisation = this.directory.organisation();
		String client = organisation.servicePrincipalByAppId(appId).map(DirectoryObject::id).orElse("none");
		String resource = organisation.servicePrincipalByAppId(api.appId().toString())
			.map(DirectoryObject::id)
			.orElse("none");
		organisation.grants()
			.values()
			.stream()
			.filter((grant) -> grant.text("clientId").equals(client) && grant.text("resourceId").equals(resource))
			.filter((grant) -> grant.text("consentType").equals("AllPrincipals")
					|| grant.text("principalId").equals(account.oid().toString()))
			.forEach((grant) -> granted.addAll(Arrays.asList(grant.text("scope").trim().split(" "))));
		return granted;
	}

	List<Scopes.Wanted> missing(String appId, Scopes scopes, Account account) {
		return scopes.wanted().stream().filter((wanted) -> {
			Set<String> granted = granted(appId, wanted.api(), account);
			boolean covered = wanted.openid() || wanted.scope().value().equals(".default");
			return covered ? granted.isEmpty() : !granted.contains(wanted.scope().value());
		}).toList();
	}

	/**
	 * Records delegated permissions.
	 * @param appId the application
	 * @param wanted the permissions
	 * @param account the person, or null for everybody in the organisation
	 */
	void grant(String appId, List<Scopes.Wanted> wanted, @Nullable Account account) {
		String client = this.directory.servicePrincipal(appId).id();
		for (Scopes.Wanted one : wanted) {
			DirectoryObject resource = this.directory.servicePrincipal(one.api().appId().toString());
			grantOne(client, resource.id(), one.scope().value(), (account != null) ? account.oid().toString() : null);
		}
	}

	private void grantOne(String client, String resource, String scope, @Nullable String principal) {
		String id = client + "-" + resource + ((principal != null) ? "-" + principal : "");
		DirectoryObject grant = this.directory.organisation().grants().computeIfAbsent(id, (missing) -> {
			ObjectNode node = JsonMapper.shared().createObjectNode();
			node.put("id", id).put("clientId", client).put("resourceId", resource);
			node.put("consentType", (principal != null) ? "Principal" : "AllPrincipals");
			node.put("principalId", principal).put("scope", "");
			return new DirectoryObject(node, this.directory.world().now());
		});
		Set<String> scopes = new LinkedHashSet<>(Arrays.asList(grant.text("scope").trim().split(" ")));
		scopes.add(scope);
		scopes.remove("");
		grant.properties().put("scope", String.join(" ", scopes));
	}

	/**
	 * Grants everything that an application declares in {@code requiredResourceAccess}.
	 * @param application the registration
	 * @param only the only API, or null for all
	 */
	void grantDeclared(DirectoryObject application, @Nullable Published only) {
		String appId = application.text("appId");
		String client = this.directory.servicePrincipal(appId).id();
		for (JsonNode access : application.properties().path("requiredResourceAccess")) {
			String api = access.path("resourceAppId").asString();
			if (only == null || only.appId().toString().equals(api)) {
				DirectoryObject resource = this.directory.servicePrincipal(api);
				access.path("resourceAccess").forEach((one) -> grantDeclared(client, resource, one));
			}
		}
	}

	private void grantDeclared(String client, DirectoryObject resource, JsonNode access) {
		String id = access.path("id").asString();
		if (access.path("type").asString().equals("Role")) {
			if (this.directory.assignment(client, resource.id(), id).isEmpty()) {
				this.directory.assign(client, resource, id);
			}
		}
		else {
			for (JsonNode scope : resource.properties().path("oauth2PermissionScopes")) {
				if (scope.path("id").asString().equals(id)) {
					grantOne(client, resource.id(), scope.path("value").asString(), null);
				}
			}
		}
	}

}
