package com.highstage.portal.vault.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.cipher.TestVault;

/**
 * Writes {@code src/test/resources/vectors/sealed-credential.json} anew. Its name keeps
 * it out of the test runs, and it has no {@code main}, so that the one of
 * {@code spring-boot:test-run} stays the only one.
 */
class VectorGenerator {

	@Test
	void writesTheVectorsAnew() throws Exception {
		Vectors vectors = new Vectors(TestVault.ISSUER,
				List.of("keys/recipient-private.jwk", "keys/former-recipient-private.jwk"),
				List.of("keys/pretending-signing-public.jwk", "keys/foreign-signing-public.jwk",
						"keys/signing-public.jwk", "keys/former-signing-public.jwk"),
				List.of(TestKeys.signing().getKeyID(), TestKeys.formerSigning().getKeyID()),
				new GeneratedVectors().make());
		String json = JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.build()
			.writeValueAsString(vectors);
		Files.writeString(Path.of("src/test/resources/vectors/sealed-credential.json"), json + "\n");
	}

}
