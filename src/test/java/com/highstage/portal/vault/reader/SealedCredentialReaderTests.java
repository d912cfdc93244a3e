package com.highstage.portal.vault.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.CredentialClaims;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.cipher.TestVault;
import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.SealedCredentialReader.RefusedException;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;
import com.highstage.portal.vault.reader.Vectors.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealedCredentialReaderTests {

	private static final Vectors VECTORS = Vectors.read();

	private final VectorRunner runner = new VectorRunner(
			VECTORS.recipients().stream().map((file) -> read(file).toRSAKey()).toList(),
			VECTORS.published().stream().map((file) -> read(file).toECKey()).toList(), VECTORS.trusted(),
			VECTORS.issuer());

	@ParameterizedTest
	@MethodSource("good")
	void opens(Vector vector) throws RefusedException {
		assertThat(this.runner.open(vector)).containsAllEntriesOf(Objects.requireNonNull(vector.opens()));
	}

	@ParameterizedTest
	@MethodSource("bad")
	void refuses(Vector vector) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.runner.open(vector))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(vector.refused()));
	}

	@Test
	void theVectorsAreThoseThatWouldBeMadeToday() throws JOSEException {
		List<Vector> today = new GeneratedVectors().make();
		assertThat(VECTORS.vectors().stream().map(SealedCredentialReaderTests::shape))
			.containsExactlyElementsOf(today.stream().map(SealedCredentialReaderTests::shape).toList());
	}

	@Test
	void thereIsAVectorForEachReason() {
		Set<Reason> reasons = EnumSet.noneOf(Reason.class);
		bad().forEach((vector) -> reasons.add(Objects.requireNonNull(vector.refused())));
		assertThat(reasons).containsExactlyInAnyOrder(Reason.values());
	}

	@Test
	void opensWhatThePortalSealsToday() throws RefusedException {
		ConnectionId connection = new ConnectionId(UUID.randomUUID());
		TenantId tenant = new TenantId(UUID.randomUUID());
		ClientId client = new ClientId(UUID.randomUUID());
		String sealed = TestVault.sealing(Clock.systemUTC())
			.seal(new ClientSecret(Secret.of("s3cret")),
					new CredentialClaims(connection, tenant, client, null, 1, Instant.EPOCH))
			.compact();
		Row row = new Row(connection.toString(), tenant.toString(), client.toString(), 1);
		assertThat(this.runner.open(new Vector("today", row, null, sealed, null, null))).containsEntry("client_secret",
				"s3cret");
	}

	// everything but what is random, as the header and what is expected
	private static List<Object> shape(Vector vector) {
		String header = new Base64URL(vector.sealed().replaceFirst("\\..*", "")).decodeToString();
		return Arrays.asList(vector.name(), vector.row(), vector.key(), header,
				(vector.opens() != null) ? vector.opens().keySet() : Set.of(), vector.refused(),
				vector.sealed().split("\\.").length);
	}

	static Stream<Vector> good() {
		return VECTORS.vectors().stream().filter((vector) -> vector.refused() == null);
	}

	static Stream<Vector> bad() {
		return VECTORS.vectors().stream().filter((vector) -> vector.refused() != null);
	}

	private static JWK read(String file) {
		try {
			return JWK.parse(Files.readString(Path.of("src/test/resources/vectors", file)));
		}
		catch (IOException | ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
