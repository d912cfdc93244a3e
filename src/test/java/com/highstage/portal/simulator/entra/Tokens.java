package com.highstage.portal.simulator.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.DirectoryRole;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.Published;
import com.highstage.portal.simulator.model.World;

/**
 * Makes tokens with Microsoft's claims.
 *
 * @param world Microsoft's side
 * @param key the signing key
 */
record Tokens(World world, SigningKey key) {

	private static final String MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

	long lifetime() {
		long fixed = this.world.settings().tokenLifetimeSeconds();
		return (fixed > 0) ? fixed : this.world.random().nextLong(3600, 5400);
	}

	String idToken(Client client, SignedIn person, Scopes scopes, String nonce) {
		Account account = person.account();
		JWTClaimsSet.Builder claims = times(3900).audience(client.id())
			.issuer("https://login.microsoftonline.com/" + person.organisation().tenantId() + "/v2.0")
			.subject(hash(account.oid() + client.id()))
			.claim("oid", account.oid().toString())
			.claim("tid", person.organisation().tenantId())
			.claim("rh", "1.A" + hash("rh" + account.oid()))
			.claim("uti", uti())
			.claim("ver", "2.0");
		if (scopes.has("profile")) {
			claims.claim("name", account.name()).claim("preferred_username", account.address());
		}
		if (scopes.has("email")) {
			claims.claim("email", account.address());
		}
		if (account.guest()) {
			claims.claim("idp", this.world.homeOf(account.address()).map(Tokens::oldIssuer).orElse("live.com"));
		}
		if (!nonce.isEmpty()) {
			claims.claim("nonce", nonce);
		}
		List<String> roles = roles(person.organisation(), account.oid().toString(), client.id());
		if (!roles.isEmpty()) {
			claims.claim("roles", roles);
		}
		for (JsonNode optional : client.registration().properties().path("optionalClaims").path("idToken")) {
			if (optional.path("name").asString().equals("wids")) {
				claims.claim("wids", wids(account));
			}
		}
		return this.key.sign(claims.build());
	}

	String accessToken(Client client, SignedIn person, List<Scopes.Wanted> scopes, String audience, long seconds) {
		Account account = person.account();
		return this.key.sign(times(seconds).audience(audience)
			.issuer(oldIssuer(person.organisation()))
			.subject(hash(account.oid() + audience))
			.claim("acct", account.guest() ? 1 : 0)
			.claim("acr", "1")
			.claim("amr", List.of("pwd", "mfa"))
			.claim("app_displayname", client.name())
			.claim("appid", client.id())
			.claim("appidacr", "1")
			.claim("idtyp", "user")
			.claim("aio", uti())
			.claim("ipaddr", "127.0.0.1")
			.claim("name", account.name())
			.claim("oid", account.oid().toString())
			.claim("scp", scopes.stream().map((one) -> one.scope().value()).distinct().collect(Collectors.joining(" ")))
			.claim("tid", person.organisation().tenantId())
			.claim("unique_name", account.address())
			.claim("upn", account.address())
			.claim("uti", uti())
			.claim("ver", "1.0")
			.claim("wids", wids(account))
			.build());
	}

	String appToken(Client client, Organisation organisation, Published api, String asked, long seconds) {
		String other = this.world.settings().tokenAudience();
		String audience = (other != null) ? other : asked;
		DirectoryObject principal = organisation.servicePrincipalByAppId(client.id()).orElseThrow();
		JWTClaimsSet.Builder claims = times(seconds).audience(audience)
			.issuer(oldIssuer(organisation))
			.subject(principal.id())
			.claim("appid", client.id())
			.claim("app_displayname", client.name())
			.claim("appidacr", "1")
			.claim("idp", oldIssuer(organisation))
			.claim("idtyp", "app")
			.claim("oid", principal.id())
			.claim("tid", organisation.tenantId())
			.claim("uti", uti())
			.claim("ver", "1.0")
			.claim("wids", List.of("0997a1d0-0d1d-4acb-b408-d5ca73121e90"));
		List<String> roles = roles(organisation, principal.id(), api.appId().toString());
		if (!roles.isEmpty()) {
			claims.claim("roles", roles);
		}
		return this.key.sign(claims.build());
	}

	/**
	 * A token for an application whose registration asks for tokens of version 2.0: the
	 * audience is its id, whichever way it was asked for.
	 */
	String appTokenOfVersion2(Client client, Organisation organisation, String resource, long seconds) {
		String other = this.world.settings().tokenAudience();
		String principal = organisation.servicePrincipalByAppId(client.id()).orElseThrow().id();
		JWTClaimsSet.Builder claims = times(seconds).audience((other != null) ? other : resource)
			.issuer("https://login.microsoftonline.com/" + organisation.tenantId() + "/v2.0")
			.subject(principal)
			.claim("aio", uti())
			.claim("azp", client.id())
			.claim("azpacr", "1")
			.claim("idtyp", "app")
			.claim("oid", principal)
			.claim("rh", "1.A" + hash("rh" + principal))
			.claim("tid", organisation.tenantId())
			.claim("uti", uti())
			.claim("ver", "2.0");
		List<String> roles = roles(organisation, principal, resource);
		if (!roles.isEmpty()) {
			claims.claim("roles", roles);
		}
		return this.key.sign(claims.build());
	}

	private JWTClaimsSet.Builder times(long seconds) {
		Instant now = this.world.now();
		return new JWTClaimsSet.Builder().issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(seconds)));
	}

	private static String oldIssuer(Organisation organisation) {
		return "https://sts.windows.net/" + organisation.tenantId() + "/";
	}

	/**
	 * The app roles that somebody has in an application, as far as they have spread.
	 */
	private List<String> roles(Organisation organisation, String principalId, String appId) {
		DirectoryObject resource = organisation.servicePrincipalByAppId(appId).orElse(null);
		if (resource == null) {
			return List.of();
		}
		Set<String> ids = new HashSet<>();
		organisation.assignments()
			.values()
			.stream()
			.filter((one) -> one.text("principalId").equals(principalId) && one.text("resourceId").equals(resource.id())
					&& this.world.replicated(one.since()))
			.forEach((one) -> ids.add(one.text("appRoleId")));
		return resource.properties()
			.path("appRoles")
			.valueStream()
			.filter((role) -> ids.contains(role.path("id").asString()))
			.map((role) -> role.path("value").asString())
			.toList();
	}

	private static List<String> wids(Account account) {
		return Stream.concat(account.directoryRoles().stream().map(DirectoryRole::templateId), Stream.of(MEMBER))
			.toList();
	}

	private static String uti() {
		return UUID.randomUUID().toString().replace("-", "").substring(0, 22);
	}

	private static String hash(String seed) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
