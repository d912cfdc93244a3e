package com.highstage.portal.vault.proof;

import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * Opens a canary without looking who made it, for tests of the portal's side.
 */
public final class CanaryOpener {

	private CanaryOpener() {
	}

	/**
	 * Opens.
	 * @param sealed compact serialization
	 * @param pair the recipient's key pair
	 * @return what the answer is the hash of
	 */
	public static String open(String sealed, RSAKey pair) {
		try {
			JWEObject jwe = JWEObject.parse(sealed);
			jwe.decrypt(new RSADecrypter(pair));
			return jwe.getPayload().toSignedJWT().getJWTClaimsSet().getStringClaim("canary");
		}
		catch (ParseException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
