package com.highstage.portal.vault.cipher;

import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.X509CertUtils;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;

/**
 * A credential as JSON members: {@code client_secret}, or {@code private_key} and
 * {@code certificate} in PEM.
 */
final class CredentialText {

	private static final String CLIENT_SECRET = "client_secret";

	private static final String PRIVATE_KEY = "private_key";

	private static final String CERTIFICATE = "certificate";

	private CredentialText() {
	}

	static Map<String, String> members(Credential credential) {
		Map<String, String> members = new LinkedHashMap<>();
		switch (credential) {
			case ClientSecret(Secret value) -> value.expose((text) -> members.put(CLIENT_SECRET, text));
			case ClientCertificate(Secret privateKey, X509Certificate certificate) -> {
				privateKey.expose((pem) -> members.put(PRIVATE_KEY, pem));
				members.put(CERTIFICATE, X509CertUtils.toPEMString(certificate));
			}
		}
		return members;
	}

	static Secret write(Credential credential) {
		return Secret.of(JSONObjectUtils.toJSONString(members(credential)));
	}

	static @Nullable Credential read(Secret text) {
		return text.expose(CredentialText::parse);
	}

	private static @Nullable Credential parse(String json) {
		try {
			Map<String, Object> members = JSONObjectUtils.parse(json);
			String secret = JSONObjectUtils.getString(members, CLIENT_SECRET);
			if (secret != null) {
				return new ClientSecret(Secret.of(secret));
			}
			String privateKey = JSONObjectUtils.getString(members, PRIVATE_KEY);
			X509Certificate certificate = X509CertUtils.parse(JSONObjectUtils.getString(members, CERTIFICATE));
			return (privateKey != null && certificate != null)
					? new ClientCertificate(Secret.of(privateKey), certificate) : null;
		}
		catch (ParseException ex) {
			return null;
		}
	}

}
