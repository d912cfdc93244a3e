package com.highstage.portal.simulator.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can happen in one organisation's directory, whoever asks for it.
 *
 * @param world Microsoft's side
 * @param organisation the organisation
 */
public record Directory(World world, Organisation organisation) {

	private static final String SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~_-.";

	public DirectoryObject createApplication(JsonNode body) {
		ObjectNode application = GraphTypes.blank("application");
		application.put("id", UUID.randomUUID().toString());
		application.put("appId", UUID.randomUUID().toString());
		application.put("createdDateTime", date(this.world.now()));
		application.put("publisherDomain", this.organisation.domain());
		application.put("signInAudience", "AzureADandPersonalMicrosoftAccount");
		merge(application, body);
		DirectoryObject created = new DirectoryObject(application, this.world.now());
		this.organisation.applications().put(created.id(), created);
		return created;
	}

	public DirectoryObject createServicePrincipal(JsonNode application, Organisation owner) {
		ObjectNode principal = GraphTypes.blank("servicePrincipal");
		principal.put("id", UUID.randomUUID().toString());
		principal.put("accountEnabled", true);
		principal.put("appRoleAssignmentRequired", false);
		for (String same : new String[] { "appId", "displayName", "appRoles", "signInAudience", "info" }) {
			principal.set(same, application.path(same).deepCopy());
		}
		principal.set("appDisplayName", application.path("displayName"));
		principal.set("oauth2PermissionScopes", application.path("api").path("oauth2PermissionScopes").deepCopy());
		principal.set("replyUrls", application.path("web").path("redirectUris").deepCopy());
		principal.put("appOwnerOrganizationId", owner.tenantId());
		principal.put("servicePrincipalType", "Application");
		principal.withArray("servicePrincipalNames").add(application.path("appId"));
		return keep(principal);
	}

	DirectoryObject keep(ObjectNode principal) {
		DirectoryObject created = new DirectoryObject(principal, this.world.now());
		this.organisation.servicePrincipals().put(created.id(), created);
		return created;
	}

	/**
	 * Finds the enterprise application of an app, or lets it arise as Entra does when
	 * somebody consents.
	 * @param appId the application id
	 * @return the service principal
	 */
	public DirectoryObject servicePrincipal(String appId) {
		return this.organisation.servicePrincipalByAppId(appId).orElseGet(() -> {
			Organisation home = this.world.homeOfApplication(appId).orElseThrow();
			return createServicePrincipal(home.applicationByAppId(appId).orElseThrow().properties(), home);
		});
	}

	/**
	 * Gives an app role to a service principal or a person.
	 * @param principalId who gets it
	 * @param resource whose role it is
	 * @param appRoleId the role
	 * @return the assignment
	 */
	public DirectoryObject assign(String principalId, DirectoryObject resource, String appRoleId) {
		ObjectNode assignment = GraphTypes.blank("appRoleAssignment");
		Optional<DirectoryObject> app = Optional.ofNullable(this.organisation.servicePrincipals().get(principalId));
		Optional<Account> person = this.organisation.accountByOid(principalId);
		assignment.put("id", shortId(principalId + resource.id() + appRoleId));
		assignment.put("createdDateTime", date(this.world.now()));
		assignment.put("appRoleId", appRoleId);
		assignment.put("principalId", principalId);
		assignment.put("principalType", app.isPresent() ? "ServicePrincipal" : "User");
		assignment.put("principalDisplayName",
				app.map((one) -> one.text("displayName")).or(() -> person.map(Account::name)).orElse(""));
		assignment.put("resourceId", resource.id());
		assignment.put("resourceDisplayName", resource.text("displayName"));
		DirectoryObject created = new DirectoryObject(assignment, this.world.now());
		this.organisation.assignments().put(created.id(), created);
		return created;
	}

	public Optional<DirectoryObject> assignment(String principalId, String resourceId, String appRoleId) {
		return this.organisation.assignments()
			.values()
			.stream()
			.filter((one) -> one.text("principalId").equals(principalId) && one.text("resourceId").equals(resourceId)
					&& one.text("appRoleId").equals(appRoleId))
			.findFirst();
	}

	/**
	 * Makes a secret.
	 * @param application whose
	 * @param request what the client asked for
	 * @return the credential with its value, which is shown this once
	 */
	public ObjectNode addPassword(DirectoryObject application, JsonNode request) {
		Instant now = this.world.now();
		ObjectNode password = GraphTypes.blank("passwordCredential");
		password.put("keyId", UUID.randomUUID().toString());
		password.set("displayName", request.path("displayName"));
		password.put("startDateTime", date(now));
		password.put("endDateTime", request.path("endDateTime").asString(date(now.plus(Duration.ofDays(730)))));
		String value = this.world.random()
			.ints(40, 0, SECRET_ALPHABET.length())
			.mapToObj((letter) -> SECRET_ALPHABET.substring(letter, letter + 1))
			.reduce("", String::concat);
		password.put("hint", value.substring(0, 3));
		application.changing(now);
		application.properties().withArray("passwordCredentials").add(password.deepCopy());
		keepSecret(password.path("keyId").asString(), value);
		return password.put("secretText", value);
	}

	/**
	 * Removes a secret.
	 * @param application whose
	 * @param keyId which
	 * @return false if there is none of that id
	 */
	public boolean removePassword(DirectoryObject application, String keyId) {
		ArrayNode kept = application.properties().arrayNode();
		application.properties()
			.path("passwordCredentials")
			.valueStream()
			.filter((one) -> !one.path("keyId").asString().equalsIgnoreCase(keyId))
			.forEach(kept::add);
		boolean found = kept.size() < application.properties().path("passwordCredentials").size();
		application.changing(this.world.now());
		application.properties().set("passwordCredentials", kept);
		this.organisation.secrets().remove(keyId);
		return found;
	}

	/**
	 * Moves an application to the bin and removes its service principal.
	 * @param application which
	 */
	public void deleteApplication(DirectoryObject application) {
		this.organisation.applications().remove(application.id());
		application.properties().put("deletedDateTime", date(this.world.now()));
		this.organisation.deleted().put(application.id(), application);
		this.organisation.servicePrincipalByAppId(application.text("appId")).ifPresent(this::deleteServicePrincipal);
	}

	/**
	 * Removes a service principal and all that it was allowed.
	 * @param principal which
	 */
	public void deleteServicePrincipal(DirectoryObject principal) {
		this.organisation.servicePrincipals().remove(principal.id());
		this.organisation.assignments()
			.values()
			.removeIf((one) -> one.text("principalId").equals(principal.id())
					|| one.text("resourceId").equals(principal.id()));
		this.organisation.grants().values().removeIf((one) -> one.text("clientId").equals(principal.id()));
	}

	void keepSecret(String keyId, String value) {
		this.organisation.secrets().put(keyId, new Secret(keyId, value, this.world.now(), new AtomicInteger()));
	}

	/**
	 * Overwrites properties as a PATCH does: objects one level deep, arrays as a whole.
	 * @param target what is changed
	 * @param changes what a client sent
	 */
	public static void merge(ObjectNode target, JsonNode changes) {
		changes.properties().forEach((change) -> {
			if (target.path(change.getKey()) instanceof ObjectNode inner && change.getValue().isObject()) {
				merge(inner, change.getValue());
			}
			else if (!change.getKey().contains("@")) {
				target.set(change.getKey(), change.getValue().deepCopy());
			}
		});
	}

	public static String date(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private static String shortId(String seed) {
		byte[] id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
			.toString()
			.substring(0, 32)
			.getBytes(StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
	}

}
