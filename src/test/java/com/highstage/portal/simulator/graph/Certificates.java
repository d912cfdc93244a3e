package com.highstage.portal.simulator.graph;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

import com.nimbusds.jose.util.X509CertUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.DirectoryObject;

/**
 * {@code keyCredentials}: the public parts of certificates.
 */
final class Certificates {

	private Certificates() {
	}

	static void complete(Call call, DirectoryObject application, ObjectNode key) {
		if (key.path("key").asString("").isEmpty()) {
			keepExisting(application, key);
			return;
		}
		if (!key.path("type").asString("").equals("AsymmetricX509Cert")
				|| !key.path("usage").asString("").equals("Verify")) {
			throw GraphError.badRequest("Key credential type or usage is invalid.");
		}
		X509Certificate certificate = parse(key.path("key").asString());
		if (certificate == null) {
			throw GraphError.badRequest("Key value is invalid certificate.")
				.with("KeyCredentialsInvalidKey", "keyCredentials", "Key value is invalid certificate.");
		}
		String end = key.path("endDateTime").asString("");
		if (!end.isEmpty() && OffsetDateTime.parse(end).toInstant().isAfter(certificate.getNotAfter().toInstant())) {
			throw GraphError.badRequest("Key credential end date is invalid.")
				.with("KeyCredentialsInvalidEndDate", "keyCredentials", "Key credential end date is invalid.");
		}
		if (certificate.getNotAfter().toInstant().isBefore(call.world().now())) {
			throw GraphError.badRequest("Key credential end date is in the past.")
				.with("KeyCredentialsInvalidEndDate", "keyCredentials", "The certificate is expired.");
		}
		ApplicationRules.name(key, call);
		key.put("startDateTime", Directory.date(certificate.getNotBefore().toInstant()));
		key.put("endDateTime", Directory.date(certificate.getNotAfter().toInstant()));
		key.put("customKeyIdentifier", thumbprint(certificate));
	}

	private static void keepExisting(DirectoryObject application, ObjectNode key) {
		for (JsonNode existing : application.properties().path("keyCredentials")) {
			if (existing.path("keyId").asString().equalsIgnoreCase(key.path("keyId").asString("none"))) {
				throw GraphError
					.badRequest("Updates to existing credential with KeyId '" + existing.path("keyId").asString()
							+ "' is not allowed.")
					.with("KeyCredentialsUpdateNotAllowed", "keyCredentials", "The key must be sent unchanged.");
			}
		}
		throw GraphError.badRequest("Key credential has no value.");
	}

	private static X509Certificate parse(String base64) {
		try {
			return X509CertUtils.parse(Base64.getDecoder().decode(base64));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String thumbprint(X509Certificate certificate) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
			return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
		}
		catch (NoSuchAlgorithmException | CertificateEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
