package com.highstage.portal.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.reader.SealedCredentialReader;
import com.highstage.portal.vault.reader.SealedCredentialReader.RefusedException;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;

/**
 * Opens what is sealed for Highstage.
 *
 * @param reader the reader
 */
record Seals(SealedCredentialReader reader) {

	static Seals with(Path key, List<String> signingKeys, String issuer) throws IOException {
		try {
			List<ECKey> signers = new ArrayList<>();
			for (String signer : signingKeys) {
				signers.add(ECKey.parse(signer));
			}
			return new Seals(new SealedCredentialReader(List.of(RSAKey.parse(Files.readString(key))), signers, issuer));
		}
		catch (ParseException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * Opens what is sealed in a row, and compares all of it with the row.
	 * @param row the row
	 * @param seen the highest sequence seen
	 * @return what was in it
	 * @throws TornRowException if it does not open, or does not belong there
	 */
	Opened open(JsonNode row, long seen) throws TornRowException {
		try {
			SealedCredentialReader.Opened opened = this.reader.open(row.path("sealed_credential").asString(),
					new Row(row.path("connection_id").asString(), row.path("tenant_id").asString(),
							row.path("client_id").asString(), seen));
			long expires = OffsetDateTime.parse(row.path("credential_expires_at").asString()).toEpochSecond();
			if (opened.sequence() != row.path("sequence").asLong() || opened.expires() != expires
					|| !row.path("credential_key_id").asString().equals(opened.keyId())) {
				throw new TornRowException(opened.sequence() + " is sealed in " + row);
			}
			String secret = ((ClientSecret) opened.credential()).value().expose((value) -> value);
			return new Opened(opened.sequence(), Objects.requireNonNull(opened.keyId()), secret);
		}
		catch (RefusedException ex) {
			throw new TornRowException(ex.reason() + " in " + row);
		}
	}

	/**
	 * What was sealed in a row.
	 *
	 * @param sequence its sequence
	 * @param keyId Microsoft's id of it
	 * @param secret the secret
	 */
	record Opened(long sequence, String keyId, String secret) {

	}

}
