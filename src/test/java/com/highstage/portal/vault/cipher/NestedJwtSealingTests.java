package com.highstage.portal.vault.cipher;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.CredentialClaims;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.SealedCredential;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnBothDatabases
class NestedJwtSealingTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private static final Instant EXPIRES = Instant.parse("2027-05-22T09:00:00Z");

	private static final UUID KEY_ID = UUID.fromString("0a6f3f5e-3a51-4f6a-9c51-6a4f7f7b0c11");

	private static final CredentialClaims CLAIMS = new CredentialClaims(
			new ConnectionId(UUID.fromString("7d1f0a52-2c53-4f0e-9f43-0d6c7c1d5a01")),
			TenantId.parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
			ClientId.parse("c3a0f6b2-77aa-4b2c-9a57-7d2f3f6e1b02"), KEY_ID, 3, EXPIRES);

	private final Credential secret = new ClientSecret(Secret.of("s3cret~value"));

	private final Database database;

	private final CredentialSealing sealing = TestVault.sealing(CLOCK);

	NestedJwtSealingTests(Database database) {
		this.database = database;
	}

	@Test
	void theEnvelopeSaysForWhomAndHowItIsSealed() throws Exception {
		SealedCredential sealed = this.sealing.seal(this.secret, CLAIMS);
		JWEObject jwe = JWEObject.parse(sealed.compact());
		assertThat(jwe.getHeader().getAlgorithm()).isEqualTo(JWEAlgorithm.RSA_OAEP_256);
		assertThat(jwe.getHeader().getEncryptionMethod()).isEqualTo(EncryptionMethod.A256GCM);
		assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
		assertThat(jwe.getHeader().getKeyID()).isEqualTo(TestKeys.recipient().computeThumbprint().toString())
			.isEqualTo(sealed.recipient().value());
		assertThat(jwe.getAuthTag().decode()).hasSize(16);
	}

	@Test
	void theContentIsSignedAndSaysWhatItIsFor() throws Exception {
		SignedJWT jwt = open(this.sealing.seal(this.secret, CLAIMS));
		assertThat(jwt.verify(new ECDSAVerifier(TestKeys.signing().toPublicJWK()))).isTrue();
		assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
		assertThat(jwt.getHeader().getKeyID()).isEqualTo(TestKeys.signing().computeThumbprint().toString());
		Map<String, Object> claims = jwt.getPayload().toJSONObject();
		assertThat(UUID.fromString((String) claims.remove("jti"))).isNotNull();
		assertThat(claims).containsOnly(Map.entry("iss", TestVault.ISSUER), Map.entry("aud", "highstage"),
				Map.entry("sub", CLAIMS.connection().toString()), Map.entry("iat", NOW.getEpochSecond()),
				Map.entry("tid", CLAIMS.tenant().toString()), Map.entry("client_id", CLAIMS.client().toString()),
				Map.entry("key_id", KEY_ID.toString()), Map.entry("seq", 3L),
				Map.entry("secret_exp", EXPIRES.getEpochSecond()), Map.entry("client_secret", "s3cret~value"));
	}

	@Test
	void aKeyIdThatNobodyKnowsIsLeftOut() throws Exception {
		CredentialClaims byHand = new CredentialClaims(CLAIMS.connection(), CLAIMS.tenant(), CLAIMS.client(), null, 1,
				EXPIRES);
		assertThat(open(this.sealing.seal(this.secret, byHand)).getPayload().toJSONObject())
			.doesNotContainKey("key_id");
	}

	@Test
	void aCertificateIsSealedWithItsKey() throws Exception {
		ClientCertificate certificate = TestVault.certificates().selfSigned("Highstage", NOW, EXPIRES);
		Map<String, Object> claims = open(this.sealing.seal(certificate, CLAIMS)).getPayload().toJSONObject();
		assertThat(claims).doesNotContainKey("client_secret")
			.containsEntry("private_key", certificate.privateKey().<Object>expose((pem) -> pem));
		assertThat(X509CertUtils.parse((String) claims.get("certificate"))).isEqualTo(certificate.certificate());
	}

	@Test
	void noTwoSealedValuesAreAlike() {
		assertThat(this.sealing.seal(this.secret, CLAIMS)).isNotEqualTo(this.sealing.seal(this.secret, CLAIMS));
	}

	@Test
	void aPairThatThePortalHoldsIsProven() {
		assertThat(this.sealing.provenRecipient()).contains(recipient());
	}

	@Test
	void aConfiguredKeyIsNotProvenAndNothingIsSealedForIt() {
		CredentialSealing configured = TestVault.sealing(CLOCK, this.database);
		assertThat(configured.provenRecipient()).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> configured.seal(this.secret, CLAIMS))
			.withMessageNotContaining("s3cret");
	}

	@Test
	void aConfiguredKeyIsProvenUntilItsProofRunsOut() {
		CredentialSealing configured = TestVault.sealing(CLOCK, this.database);
		prove(recipient(), NOW.plusSeconds(1));
		assertThat(configured.provenRecipient()).contains(recipient());
		assertThat(configured.seal(this.secret, CLAIMS).recipient()).isEqualTo(recipient());
		this.database.jdbc().sql("update recipient_key set proven_until = :at").param("at", at(NOW)).update();
		assertThat(configured.provenRecipient()).isEmpty();
	}

	@Test
	void anotherKeysProofDoesNotCount() {
		prove(new RecipientKeyId("another"), NOW.plusSeconds(1));
		assertThat(TestVault.sealing(CLOCK, this.database).provenRecipient()).isEmpty();
	}

	private void prove(RecipientKeyId key, Instant until) {
		this.database.jdbc()
			.sql("insert into recipient_key (key_id, proven_until) values (:key, :until)")
			.param("key", key.value())
			.param("until", at(until))
			.update();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static RecipientKeyId recipient() {
		return new RecipientKeyId(TestKeys.recipient().getKeyID());
	}

	private static SignedJWT open(SealedCredential sealed) throws Exception {
		JWEObject jwe = JWEObject.parse(sealed.compact());
		jwe.decrypt(new RSADecrypter(TestKeys.recipient()));
		return jwe.getPayload().toSignedJWT();
	}

}
