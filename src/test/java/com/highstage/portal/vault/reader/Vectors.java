package com.highstage.portal.vault.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;

/**
 * The test vectors that implementers of readers get.
 *
 * @param issuer the portal's {@code iss}
 * @param recipient file of the reader's private key
 * @param signing file of the portal's public signing key
 * @param vectors what to open, or to refuse
 */
record Vectors(String issuer, String recipient, String signing, List<Vector> vectors) {

	static Vectors read() {
		try (InputStream in = Objects
			.requireNonNull(Vectors.class.getResourceAsStream("/vectors/sealed-credential.json"))) {
			return JsonMapper.shared().readValue(in, Vectors.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One of them.
	 *
	 * @param name says what it is about
	 * @param row where it was found
	 * @param sealed the value
	 * @param opens the claims of interest, if it opens
	 * @param refused the reason, if it must be refused
	 */
	record Vector(String name, Row row, String sealed, @Nullable Map<String, Object> opens, @Nullable Reason refused) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
