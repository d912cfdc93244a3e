package com.highstage.portal.simulator.graph;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.DirectoryObject;

/**
 * What Graph refuses in an application beyond names and types.
 */
final class ApplicationRules {

	private static final Set<String> READ_ONLY = Set.of("id", "appId", "createdDateTime", "deletedDateTime",
			"publisherDomain", "createdByAppId", "passwordCredentials", "applicationTemplateId", "certification",
			"disabledByMicrosoftStatus", "verifiedPublisher");

	private static final Set<String> AUDIENCES = Set.of("AzureADMyOrg", "AzureADMultipleOrgs",
			"AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount");

	private ApplicationRules() {
	}

	static void check(Call call, Optional<DirectoryObject> existing, JsonNode body) {
		for (String name : body.propertyNames()) {
			if (READ_ONLY.contains(name)) {
				throw GraphError.badRequest("Property '" + name + "' is read-only and cannot be set.");
			}
		}
		if (body.has("signInAudience") && !AUDIENCES.contains(body.path("signInAudience").asString(""))) {
			throw GraphError
				.badRequest("Invalid value specified for property 'signInAudience' of resource 'Application'.");
		}
		if (body.path("displayName").asString("").length() > 256) {
			throw GraphError
				.badRequest("Invalid value specified for property 'displayName' of resource 'Application'.");
		}
		for (JsonNode access : body.path("requiredResourceAccess")) {
			checkAccess(access);
		}
		for (JsonNode uri : body.path("web").path("redirectUris")) {
			checkRedirect(uri.asString(""));
		}
		String unique = body.path("uniqueName").asString("");
		boolean taken = call.caller()
			.organisation()
			.applications()
			.values()
			.stream()
			.anyMatch((one) -> !unique.isEmpty() && one.text("uniqueName").equals(unique)
					&& existing.filter((same) -> same == one).isEmpty());
		if (taken) {
			throw GraphError.of(409, "Request_MultipleObjectsWithSameKeyValue",
					"Another object with the same value for property uniqueName already exists.");
		}
		if (existing.isPresent() && !existing.get().text("uniqueName").isEmpty() && body.has("uniqueName")
				&& !unique.equals(existing.get().text("uniqueName"))) {
			throw GraphError.badRequest("Property 'uniqueName' is immutable once set.");
		}
	}

	private static void checkAccess(JsonNode access) {
		if (!access.has("resourceAppId") || access.path("resourceAccess").isEmpty()) {
			throw GraphError
				.badRequest("Invalid value specified for property 'requiredResourceAccess' of resource 'Application'.");
		}
		for (JsonNode one : access.path("resourceAccess")) {
			if (!one.has("id") || !Set.of("Role", "Scope").contains(one.path("type").asString(""))) {
				throw GraphError
					.badRequest("Invalid value specified for property 'resourceAccess' of resource 'Application'.");
			}
		}
	}

	private static void checkRedirect(String uri) {
		boolean secure = uri.startsWith("https://");
		boolean local = uri.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?(/.*)?");
		if ((!secure && !local) || uri.contains("*") || uri.contains("#") || uri.length() > 256) {
			throw GraphError
				.badRequest("Invalid value specified for property 'redirectUris' of resource 'Application'.")
				.with("InvalidReplyUrl", "redirectUris", "The redirect URI '" + uri + "' is not valid.");
		}
	}

	/**
	 * Fills in what the directory adds to certificates.
	 * @param call the call
	 * @param application the application that is changed
	 * @param body what was sent
	 * @return the body, completed
	 */
	static JsonNode completed(Call call, DirectoryObject application, JsonNode body) {
		if (!body.has("keyCredentials")) {
			return body;
		}
		ObjectNode completed = (ObjectNode) body.deepCopy();
		for (JsonNode key : completed.path("keyCredentials")) {
			Certificates.complete(call, application, (ObjectNode) key);
		}
		return completed;
	}

	static void name(ObjectNode key, Call call) {
		if (key.path("keyId").asString("").isEmpty()) {
			key.put("keyId", UUID.randomUUID().toString());
		}
		if (key.path("startDateTime").asString("").isEmpty()) {
			key.put("startDateTime", Directory.date(call.world().now()));
		}
	}

}
