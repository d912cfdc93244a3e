package com.highstage.portal.simulator;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;

/**
 * Looks into tokens.
 */
public final class Jwt {

	private Jwt() {
	}

	/**
	 * What a token says, whoever signed it.
	 * @param token the token
	 * @return its claims
	 */
	public static Map<String, Object> claims(String token) {
		try {
			return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
		}
		catch (ParseException ex) {
			throw new AssertionError(token, ex);
		}
	}

}
