package com.highstage.portal.vault.reader;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jose.util.X509CertUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.CredentialClaims;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.cipher.TestVault;
import com.highstage.portal.vault.reader.SealedCredentialReader.Opened;
import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.SealedCredentialReader.RefusedException;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;
import com.highstage.portal.vault.reader.Vectors.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealedCredentialReaderTests {

	private static final Vectors VECTORS = Vectors.read();

	private final SealedCredentialReader reader = new SealedCredentialReader(List.of(TestKeys.recipient()),
			List.of(TestKeys.signing().toPublicJWK()), VECTORS.issuer());

	@ParameterizedTest
	@MethodSource("good")
	void opens(Vector vector) throws RefusedException {
		Opened opened = this.reader.open(vector.sealed(), vector.row());
		Map<String, Object> claims = new HashMap<>(
				Map.of("seq", (int) opened.sequence(), "secret_exp", (int) opened.expires()));
		if (opened.keyId() != null) {
			claims.put("key_id", opened.keyId());
		}
		switch (opened.credential()) {
			case ClientSecret secret -> claims.put("client_secret", secret.value().<String>expose((value) -> value));
			case ClientCertificate certificate -> {
				claims.put("private_key", certificate.privateKey().<String>expose((pem) -> pem));
				claims.put("certificate", X509CertUtils.toPEMString(certificate.certificate()));
			}
		}
		assertThat(claims).isEqualTo(vector.opens());
	}

	@ParameterizedTest
	@MethodSource("bad")
	void refuses(Vector vector) {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reader.open(vector.sealed(), vector.row()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(vector.refused()));
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
		Opened opened = this.reader.open(sealed,
				new Row(connection.toString(), tenant.toString(), client.toString(), 1));
		assertThat(((ClientSecret) opened.credential()).value().<String>expose((value) -> value)).isEqualTo("s3cret");
	}

	static Stream<Vector> good() {
		return VECTORS.vectors().stream().filter((vector) -> vector.refused() == null);
	}

	static Stream<Vector> bad() {
		return VECTORS.vectors().stream().filter((vector) -> vector.refused() != null);
	}

}
