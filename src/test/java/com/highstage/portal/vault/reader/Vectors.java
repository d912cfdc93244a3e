package com.highstage.portal.vault.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;

/**
 * The test vectors that implementers of readers get.
 *
 * @param issuer the portal's {@code iss}
 * @param recipients files of the reader's private keys
 * @param published files of the signing keys that are published; anybody who writes to
 * the database can publish one
 * @param trusted thumbprints of those that the reader got by a way that it trusts
 * @param vectors what to open, or to refuse
 */
record Vectors(String issuer, List<String> recipients, List<String> published, List<String> trusted,
		List<Vector> vectors) {

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
	 * @param row where a credential was found
	 * @param key the key's id in the row where a canary was found
	 * @param sealed the value
	 * @param opens the claims of interest, if it opens
	 * @param refused the reason, if it must be refused
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Vector(String name, @Nullable Row row, @Nullable String key, String sealed,
			@Nullable Map<String, Object> opens, @Nullable Reason refused) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
