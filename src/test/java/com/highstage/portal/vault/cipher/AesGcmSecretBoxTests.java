package com.highstage.portal.vault.cipher;

import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.SecretBox;
import com.highstage.portal.vault.SecretUnreadableException;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.key.VaultKeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AesGcmSecretBoxTests {

	private static final String VALUE = "s3cret~värde \uD83D\uDD11";

	private static final OctetSequenceKey OLD = TestKeys.symmetric("2025.11", 'o');

	private static final OctetSequenceKey NEW = TestKeys.symmetric("2026.11", 'n');

	private final SecretBox box = box(NEW, OLD);

	@Test
	void opensWhatItProtected() {
		assertThat(read(this.box.open(this.box.protect(Secret.of(VALUE), "row 1"), "row 1"))).isEqualTo(VALUE);
	}

	@Test
	void anEmptyValueIsAValue() {
		assertThat(read(this.box.open(this.box.protect(Secret.of(""), ""), ""))).isEmpty();
	}

	@Test
	void equalValuesLookDifferent() {
		assertThat(this.box.protect(Secret.of(VALUE), "row 1"))
			.isNotEqualTo(this.box.protect(Secret.of(VALUE), "row 1"))
			.doesNotContain("s3cret");
	}

	@Test
	void aValueMovedToAnotherRowDoesNotOpen() {
		refused(this.box.protect(Secret.of(VALUE), "row 1"), "row 2");
	}

	@Test
	void theNewestKeyEncryptsAndOlderOnesStillOpen() {
		String before = box(OLD).protect(Secret.of(VALUE), "row 1");
		assertThat(before).startsWith("v1.2025.11.");
		assertThat(read(this.box.open(before, "row 1"))).isEqualTo(VALUE);
		assertThat(this.box.protect(Secret.of(VALUE), "row 1")).startsWith("v1.2026.11.");
	}

	@Test
	void aKeyThatWasTakenAwayOpensNothing() {
		String before = this.box.protect(Secret.of(VALUE), "row 1");
		assertThatExceptionOfType(SecretUnreadableException.class).isThrownBy(() -> box(OLD).open(before, "row 1"))
			.withMessageContaining("no longer has the key");
	}

	@Test
	void anotherKeyUnderTheSameNameOpensNothing() {
		String before = this.box.protect(Secret.of(VALUE), "row 1");
		assertThatExceptionOfType(SecretUnreadableException.class)
			.isThrownBy(() -> box(TestKeys.symmetric("2026.11", 'x')).open(before, "row 1"));
	}

	@Test
	void noCharacterCanBeChanged() {
		String good = this.box.protect(Secret.of("ab"), "row 1");
		for (int index = 0; index < good.length(); index++) {
			char other = (good.charAt(index) != 'A') ? 'A' : 'B';
			refused(good.substring(0, index) + other + good.substring(index + 1), "row 1");
		}
	}

	@Test
	void aShortenedTagIsRefused() {
		String good = this.box.protect(Secret.of(VALUE), "row 1");
		refused(good.substring(0, good.length() - 4), "row 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "v1", "v1.", "v1..", "v1.2026.11.", "v1.2026.11.AAAA", "v1.2026.11.%%%",
			"v2.2026.11.AAAA", "s3cret" })
	void somethingElseIsRefused(String ciphertext) {
		refused(ciphertext, "row 1");
	}

	@Test
	void aRefusalDoesNotQuoteWhatItRefuses() {
		assertThatExceptionOfType(SecretUnreadableException.class)
			.isThrownBy(() -> this.box.open("v1.s3cret.x", "row 1"))
			.withMessageNotContaining("s3cret")
			.withNoCause();
	}

	@Test
	void aClientSecretComesBack() {
		String ciphertext = this.box.protectCredential(new ClientSecret(Secret.of(VALUE)), "row 1");
		assertThat(this.box.openCredential(ciphertext, "row 1")).isInstanceOfSatisfying(ClientSecret.class,
				(secret) -> assertThat(read(secret.value())).isEqualTo(VALUE));
	}

	@Test
	void aCertificateComesBackWithItsKey() {
		ClientCertificate made = TestVault.certificates()
			.selfSigned("Highstage mail", Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2027-05-22T00:00:00Z"));
		Credential back = this.box.openCredential(this.box.protectCredential(made, "row 1"), "row 1");
		assertThat(back).isInstanceOfSatisfying(ClientCertificate.class, (certificate) -> {
			assertThat(certificate.certificate()).isEqualTo(made.certificate());
			assertThat(read(certificate.privateKey())).isEqualTo(read(made.privateKey()));
		});
	}

	@Test
	void aSecretIsNotTakenForACredential() {
		String ciphertext = this.box.protect(Secret.of("{\"private_key\":\"x\"}"), "row 1");
		assertThatExceptionOfType(SecretUnreadableException.class)
			.isThrownBy(() -> this.box.openCredential(ciphertext, "row 1"));
	}

	private void refused(String ciphertext, String associatedData) {
		assertThatExceptionOfType(SecretUnreadableException.class)
			.isThrownBy(() -> this.box.open(ciphertext, associatedData));
	}

	private static String read(Secret secret) {
		return secret.expose((value) -> value);
	}

	private static SecretBox box(OctetSequenceKey... keys) {
		VaultKeys others = TestKeys.generated();
		return new AesGcmSecretBox(new VaultKeys(List.of(keys), others.hmac(), others.signing(), others.recipients()));
	}

}
