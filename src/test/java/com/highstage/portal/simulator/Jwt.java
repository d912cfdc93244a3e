package com.highstage.portal.simulator;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;

/**
 * Looks into tokens.
 */
final class Jwt {

	private Jwt() {
	}

	static Map<String, Object> claims(String token) {
		try {
			return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
		}
		catch (ParseException ex) {
			throw new AssertionError(token, ex);
		}
	}

}
