package com.highstage.portal.vault.key;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.key.VaultProperties.Keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeystoreTests {

	private static final String PASSWORD = "keystore password";

	@TempDir
	Path directory;

	private Path file;

	@BeforeEach
	void makeKeystore() throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		char[] password = PASSWORD.toCharArray();
		store.setKeyEntry("key-2026", TestKeys.symmetric("x", 'k').toSecretKey("AES"), password, null);
		store.setKeyEntry("signing-key", TestKeys.signing().toECPrivateKey(), password,
				new Certificate[] { certificate(TestKeys.signing().toECPublicKey()) });
		store.setCertificateEntry("recipient-key", certificate(TestKeys.recipient().toRSAPublicKey()));
		this.file = this.directory.resolve("keys.p12");
		try (OutputStream out = Files.newOutputStream(this.file)) {
			store.store(out, password);
		}
		permit("rw-------");
	}

	@Test
	void holdsKeysOfEveryRole() {
		VaultKeys keys = new KeyLoader(new VaultProperties(List.of("keystore:key-2026"), List.of("keystore:key-2026"),
				List.of("keystore:signing-key"), List.of("keystore:recipient-key"), keystore(PASSWORD), false,
				this.directory, "", Duration.ofDays(7)))
			.load();
		assertThat(keys.box().getFirst().getKeyValue()).isEqualTo(TestKeys.symmetric("x", 'k').getKeyValue());
		assertThat(keys.box().getFirst().getKeyID()).isEqualTo("key-2026");
		assertThat(keys.signer().getD()).isEqualTo(TestKeys.signing().getD());
		assertThat(keys.signer().getKeyID()).isEqualTo(TestKeys.signing().getKeyID());
		assertThat(keys.recipients().getFirst().key().getKeyID()).isEqualTo(TestKeys.recipient().getKeyID());
	}

	@Test
	void aWrongPasswordIsExplainedWithoutRepeatingIt() {
		assertThatExceptionOfType(KeyProblemException.class).isThrownBy(() -> read("wr0ng", "key-2026"))
			.withMessageContaining("keystore:key-2026 does not open")
			.withMessageNotContaining("wr0ng")
			.withNoCause();
	}

	@Test
	void anUnknownAliasIsNamed() {
		assertThatExceptionOfType(KeyProblemException.class).isThrownBy(() -> read(PASSWORD, "nobody"))
			.withMessageContaining("has no key \"nobody\"");
	}

	@Test
	void oneThatOthersCanReadIsRefused() throws Exception {
		permit("rw-r--r--");
		assertThatExceptionOfType(KeyProblemException.class).isThrownBy(() -> read(PASSWORD, "key-2026"))
			.withMessageContaining("open to other users");
	}

	private List<JWK> read(String password, String alias) {
		return new KeyReader(keystore(password)).read(KeyRole.KEY, "keystore:" + alias);
	}

	private Keystore keystore(String password) {
		return new Keystore(this.file, Secret.of(password));
	}

	private void permit(String permissions) throws Exception {
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString(permissions));
	}

	// signed by whomever: only the key in it matters
	private static Certificate certificate(PublicKey key) throws Exception {
		X500Name name = new X500Name("CN=key");
		PrivateKey signer = TestKeys.signing().toECPrivateKey();
		var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.EPOCH),
				Date.from(Instant.parse("2036-01-01T00:00:00Z")), name, key);
		return new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
	}

}
