package com.highstage.portal.microsoft.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;

/**
 * Secrets and certificates as msal4j wants them. It signs with a certificate by RS256 and
 * names it by its thumbprint in Base64, which Entra takes although RFC 7515 says
 * Base64url.
 */
final class MsalCredentials {

	private MsalCredentials() {
	}

	static IClientCredential of(Credential credential) {
		return switch (credential) {
			case ClientSecret(var value) -> value.expose(ClientCredentialFactory::createFromSecret);
			case ClientCertificate(var key, var certificate) ->
				ClientCredentialFactory.createFromCertificate(key.expose(MsalCredentials::privateKey), certificate);
		};
	}

	private static PrivateKey privateKey(String pem) {
		try {
			String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
			return KeyFactory.getInstance("RSA")
				.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ignored) {
			// Without the cause: its text may show part of the key.
			throw new IllegalArgumentException("not an RSA private key as PKCS#8 in PEM");
		}
	}

}
