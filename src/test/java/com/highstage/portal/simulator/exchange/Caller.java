package com.highstage.portal.simulator.exchange;

import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.entra.SigningKey;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.DirectoryRole;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * Who calls Exchange, by the token.
 *
 * @param organisation the organisation of the token
 * @param account the person
 * @param scopes the delegated permissions
 * @param since when the token was issued
 */
record Caller(Organisation organisation, Account account, Set<String> scopes, Instant since) {

	private static final Set<String> AUDIENCES = Set.of("https://outlook.office365.com",
			"00000002-0000-0ff1-ce00-000000000000");

	static Caller of(Request request, World world, SigningKey key) {
		String header = request.header("authorization").orElse("");
		if (!header.startsWith("Bearer ")) {
			throw ExchangeError.unauthenticated("The request has no token.");
		}
		try {
			SignedJWT token = SignedJWT.parse(header.substring("Bearer ".length()).trim());
			if (!key.signed(token)) {
				throw ExchangeError.unauthenticated("The token has an invalid signature.");
			}
			return of(token.getJWTClaimsSet(), world);
		}
		catch (ParseException ex) {
			throw ExchangeError.unauthenticated("The token is malformed.");
		}
	}

	private static Caller of(JWTClaimsSet claims, World world) throws ParseException {
		if (claims.getAudience().stream().map((one) -> one.replaceAll("/$", "")).noneMatch(AUDIENCES::contains)) {
			throw ExchangeError
				.unauthenticated("The audience claim value is invalid for the current resource. Audience claim is '"
						+ String.join(",", claims.getAudience())
						+ "', request url is 'https://outlook.office365.com/adminapi' and resource type is 'Exchange.Admin'.");
		}
		Date end = claims.getExpirationTime();
		if (end == null || !world.now().isBefore(end.toInstant())) {
			throw ExchangeError.unauthenticated("The token has expired.");
		}
		String scopes = claims.getStringClaim("scp");
		if (scopes == null) {
			throw ExchangeError.forbidden("The application has no role that allows cmdlets.");
		}
		return person(claims, world, Set.copyOf(Arrays.asList(scopes.split(" "))));
	}

	private static Caller person(JWTClaimsSet claims, World world, Set<String> scopes) throws ParseException {
		Organisation organisation = world.organisation(claims.getStringClaim("tid"))
			.orElseThrow(() -> ExchangeError.unauthenticated("The organisation of the token is unknown."));
		Account account = organisation.accountByOid(claims.getStringClaim("oid"))
			.orElseThrow(() -> ExchangeError.unauthenticated("The user of the token is unknown."));
		return new Caller(organisation, account, scopes, claims.getIssueTime().toInstant());
	}

	/**
	 * Refuses whoever may not run cmdlets in this organisation.
	 * @param tenant the id or domain in the address
	 * @param world Microsoft's side
	 */
	void needToManage(String tenant, World world) {
		if (!this.organisation.is(tenant)) {
			throw ExchangeError.unauthenticated("The token is for another organisation.");
		}
		if (!this.scopes.contains("Exchange.Manage")) {
			throw ExchangeError.forbidden("The token contains not enough scopes to make this call.");
		}
		if (!this.account.has(DirectoryRole.EXCHANGE_ADMINISTRATOR, DirectoryRole.GLOBAL_ADMINISTRATOR)) {
			throw ExchangeError.forbidden("The user has no role that allows cmdlets.");
		}
		Instant activated = activation(world);
		if (activated != null && (issuedBefore(activated) || world.propagated().isBefore(activated))) {
			throw ExchangeError.notYet();
		}
	}

	/**
	 * Tokens tell their time in whole seconds.
	 */
	private boolean issuedBefore(Instant activated) {
		return !this.since.plusSeconds(1).isAfter(activated);
	}

	private @Nullable Instant activation(World world) {
		return world.settings().roleActivations().get(this.account.address());
	}

	/**
	 * Refuses a call that Exchange would not know where to route.
	 * @param request the request
	 */
	void needAnchor(Request request) {
		String anchor = request.header("x-anchormailbox").orElse("");
		boolean person = anchor.regionMatches(true, 0, "UPN:", 0, 4)
				&& this.organisation.account(anchor.substring(4).trim()).isPresent();
		if (!person) {
			throw ExchangeError.request(400, "BadRequest",
					"The X-AnchorMailbox header '" + anchor + "' names no mailbox or user of this organization.");
		}
	}

}
