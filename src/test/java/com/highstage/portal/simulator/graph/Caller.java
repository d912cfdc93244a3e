package com.highstage.portal.simulator.graph;

import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import com.highstage.portal.simulator.entra.SigningKey;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.DirectoryRole;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * Who calls Graph, by the token.
 *
 * @param organisation the organisation of the token
 * @param account the person, empty for an application on its own
 * @param permissions delegated scopes, or the application's roles
 */
record Caller(Organisation organisation, Optional<Account> account, Set<String> permissions) {

	private static final Set<String> AUDIENCES = Set.of("https://graph.microsoft.com", "https://graph.microsoft.com/",
			"00000003-0000-0000-c000-000000000000");

	static Caller of(Request request, World world, SigningKey key) {
		String header = request.header("authorization").orElse("");
		if (!header.startsWith("Bearer ") || header.length() < 10) {
			throw refused("Access token is empty.");
		}
		try {
			SignedJWT token = SignedJWT.parse(header.substring("Bearer ".length()).trim());
			JWTClaimsSet claims = token.getJWTClaimsSet();
			if (!key.signed(token)) {
				throw refused("Access token validation failure. Invalid signature.");
			}
			if (claims.getAudience().stream().noneMatch(AUDIENCES::contains)) {
				throw refused("Access token validation failure. Invalid audience.");
			}
			check(claims, world.now());
			return of(claims, world);
		}
		catch (ParseException ex) {
			throw refused("CompactToken parsing failed with error code: 80049217");
		}
	}

	private static void check(JWTClaimsSet claims, Instant now) {
		if (claims.getExpirationTime() == null || claims.getExpirationTime().toInstant().isBefore(now)) {
			throw refused("Lifetime validation failed, the token is expired.");
		}
		if (claims.getClaim("scp") == null && !"app".equals(claims.getClaim("idtyp"))) {
			throw refused("Access token validation failure. Invalid token type.");
		}
	}

	private static Caller of(JWTClaimsSet claims, World world) throws ParseException {
		Organisation organisation = world.organisation(claims.getStringClaim("tid"))
			.orElseThrow(() -> refused("The tenant for the token does not exist."));
		if ("app".equals(claims.getStringClaim("idtyp"))) {
			List<String> roles = claims.getStringListClaim("roles");
			return new Caller(organisation, Optional.empty(), (roles != null) ? Set.copyOf(roles) : Set.of());
		}
		Account account = organisation.accountByOid(claims.getStringClaim("oid"))
			.orElseThrow(() -> refused("The user in the token does not exist."));
		return new Caller(organisation, Optional.of(account),
				new HashSet<>(Arrays.asList(claims.getStringClaim("scp").split(" "))));
	}

	private static GraphError refused(String message) {
		return GraphError.of(401, "InvalidAuthenticationToken", message);
	}

	/**
	 * Refuses unless the token carries one of the permissions.
	 * @param sufficient any of these suffices
	 */
	void need(String... sufficient) {
		if (Arrays.stream(sufficient).noneMatch(this.permissions::contains)) {
			throw GraphError.denied();
		}
	}

	/**
	 * Refuses people who may not manage applications, or not this one.
	 * @param object the application or service principal, if it is about an existing one
	 */
	void needToManage(Optional<DirectoryObject> object) {
		boolean administrator = this.account.map(Caller::managesApplications).orElse(true);
		boolean developer = this.account.filter((one) -> one.has(DirectoryRole.APPLICATION_DEVELOPER)).isPresent();
		boolean owner = this.account.isPresent()
				&& object.filter((one) -> one.owners().contains(this.account.get().oid().toString())).isPresent();
		if (!administrator && !owner && !(developer && object.isEmpty())) {
			throw GraphError.denied();
		}
	}

	void needToConsent() {
		if (!this.account.map(Account::mayConsentForAll).orElse(true)) {
			throw GraphError.denied();
		}
	}

	/**
	 * Refuses people who may not consent to application permissions of Graph itself.
	 */
	void needToConsentToGraph() {
		if (!this.account
			.map((one) -> one.has(DirectoryRole.GLOBAL_ADMINISTRATOR, DirectoryRole.PRIVILEGED_ROLE_ADMINISTRATOR))
			.orElse(true)) {
			throw GraphError.denied();
		}
	}

	private static boolean managesApplications(Account account) {
		return account.mayConsentForAll();
	}

	String name() {
		return this.account.map(Account::address).orElse("application");
	}

}
