package com.highstage.portal.vault.key;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.cipher.TestVault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyLoaderTests {

	@TempDir
	Path directory;

	private final List<String> key = new ArrayList<>();

	private String signing = "";

	private String recipient = "";

	@BeforeEach
	void configureAll() throws IOException {
		this.key.add(file("key", TestKeys.symmetric("2026", 'n').toJSONString()));
		this.signing = file("signing", TestKeys.signing().toJSONString());
		this.recipient = file("recipient", TestKeys.recipient().toPublicJWK().toJSONString());
	}

	@Test
	void readsJsonWebKeys() {
		VaultKeys keys = load();
		assertThat(keys.box()).containsExactly(TestKeys.symmetric("2026", 'n'));
		assertThat(keys.signer().getD()).isEqualTo(TestKeys.signing().getD());
		assertThat(keys.recipients().getFirst().key().getKeyID()).isEqualTo(TestKeys.recipient().getKeyID());
	}

	@Test
	void aConfiguredRecipientIsNotHeld() {
		assertThat(load().recipients().getFirst().pairHeld()).isFalse();
	}

	@Test
	void olderKeysFollowTheNewest() throws IOException {
		this.key.add(
				file("older", new JWKSet(List.<JWK>of(TestKeys.symmetric("2025", 'o'), TestKeys.symmetric("2024", 'p')))
					.toString(false)));
		assertThat(load().box()).extracting(OctetSequenceKey::getKeyID).containsExactly("2026", "2025", "2024");
	}

	@Test
	void readsPem() throws Exception {
		this.signing = file("signing", pem(TestKeys.signing().toKeyPair()));
		this.recipient = file("recipient", pem(TestKeys.recipient().toRSAPublicKey()));
		VaultKeys keys = load();
		assertThat(keys.signer().getD()).isEqualTo(TestKeys.signing().getD());
		assertThat(keys.signer().getKeyID()).isEqualTo(TestKeys.signing().getKeyID());
		assertThat(keys.recipients().getFirst().key().getKeyID()).isEqualTo(TestKeys.recipient().getKeyID());
	}

	@Test
	void readsTheRecipientFromACertificate() throws Exception {
		X509Certificate certificate = TestVault.certificates()
			.selfSigned("Highstage", Instant.EPOCH, Instant.parse("2036-01-01T00:00:00Z"))
			.certificate();
		this.recipient = file("recipient", pem(certificate));
		assertThat(load().recipients().getFirst().key().toRSAPublicKey()).isEqualTo(certificate.getPublicKey());
	}

	@Test
	void anAliasNeedsAKeystore() {
		this.signing = "keystore:signing-key";
		assertThat(refused()).hasMessageContaining("keystore that is not set");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rwxrwxrwx", "rw--w----" })
	void aPrivateKeyThatOthersCanReachIsRefused(String permissions) throws IOException {
		Files.setPosixFilePermissions(Path.of(this.key.getFirst()), PosixFilePermissions.fromString(permissions));
		KeyProblemException ex = refused();
		assertThat(ex).hasMessageContaining("open to other users (" + permissions + ")");
		assertThat(ex.remedy()).isEqualTo("Run: chmod 600 " + this.key.getFirst());
	}

	@Test
	void aPrivateKeyMayBeReadOnly() throws IOException {
		Files.setPosixFilePermissions(Path.of(this.signing), PosixFilePermissions.fromString("r--------"));
		assertThat(load()).isNotNull();
	}

	@Test
	void aPublicKeyMayBeReadByAllAndWrittenByItsOwnerOnly() throws IOException {
		Files.setPosixFilePermissions(Path.of(this.recipient), PosixFilePermissions.fromString("rw-r--r--"));
		assertThat(load()).isNotNull();
		Files.setPosixFilePermissions(Path.of(this.recipient), PosixFilePermissions.fromString("rw-rw-r--"));
		assertThat(refused()).hasMessageContaining("portal.vault.recipient-key");
	}

	@Test
	void highstagesPrivateKeyIsRefused() throws IOException {
		this.recipient = file("recipient", TestKeys.recipient().toJSONString());
		assertThat(refused().remedy()).contains("without the private part, which never belongs here");
	}

	@Test
	void aShortRecipientKeyIsRefused() throws Exception {
		this.recipient = file("recipient", new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString());
		assertThat(refused().remedy()).contains("3072 bits");
	}

	@Test
	void aRecipientKeyOfAnotherKindIsRefused() throws IOException {
		this.recipient = file("recipient", TestKeys.signing().toPublicJWK().toJSONString());
		assertThat(refused()).hasMessageContaining("not the kind of key");
	}

	@Test
	void aSigningKeyNeedsItsPrivatePartAndItsCurve() throws Exception {
		ECKey otherCurve = new ECKeyGenerator(Curve.P_384).generate();
		this.signing = file("signing", otherCurve.toJSONString());
		assertThat(refused().remedy()).contains("P-256");
		this.signing = file("signing", TestKeys.signing().toPublicJWK().toJSONString());
		assertThat(refused().remedy()).contains("private key");
	}

	@Test
	void aSymmetricKeyHas256BitsAndAName() throws IOException {
		byte[] half = new byte[16];
		this.key.set(0, file("key", new OctetSequenceKey.Builder(half).keyID("short").build().toJSONString()));
		assertThat(refused().remedy()).contains("256 bits");
		this.key.set(0, file("key", new OctetSequenceKey.Builder(new byte[32]).build().toJSONString()));
		assertThat(refused().remedy()).contains("kid");
	}

	@Test
	void twoKeysOfOneNameAreRefused() throws IOException {
		this.key.add(file("older", TestKeys.symmetric("2026", 'o').toJSONString()));
		assertThat(refused()).hasMessageContaining("names two keys alike");
	}

	@Test
	void nonsenseIsRefusedWithoutQuotingIt() throws IOException {
		for (String nonsense : List.of("", "s3cret", "{", "{\"k\":\"s3cret\"}", "{\"keys\":[]}",
				"{\"keys\":[\"s3cret\"]}", "-----BEGIN PRIVATE KEY-----\ns3cret\n-----END PRIVATE KEY-----",
				"-----BEGIN CERTIFICATE-----\ns3cret\n-----END CERTIFICATE-----")) {
			this.signing = file("signing", nonsense);
			assertThat(refused()).as(nonsense).hasMessageNotContaining("s3cret").hasNoCause();
		}
	}

	@Test
	void aMissingFileIsNamed() {
		this.signing = this.directory.resolve("nowhere").toString();
		assertThat(refused()).hasMessageContaining("nowhere is no file");
	}

	@Test
	void withoutKeysAndWithoutLeaveToGenerateThemAllMissingOnesAreNamed() {
		VaultProperties nothing = new VaultProperties(List.of(), List.of(), List.of(), List.of(), null, false,
				this.directory, "", Duration.ofDays(7));
		assertThatExceptionOfType(KeyProblemException.class).isThrownBy(() -> new KeyLoader(nothing).load())
			.withMessageContainingAll("portal.vault.key,", "portal.vault.hmac-key,", "portal.vault.signing-key,",
					"portal.vault.recipient-key are not set")
			.satisfies((ex) -> assertThat(ex.remedy()).contains("portal.vault.generate=true"));
	}

	private VaultKeys load() {
		return new KeyLoader(new VaultProperties(this.key, this.key, List.of(this.signing), List.of(this.recipient),
				null, false, this.directory, "", Duration.ofDays(7)))
			.load();
	}

	private KeyProblemException refused() {
		try {
			load();
		}
		catch (KeyProblemException ex) {
			return ex;
		}
		throw new AssertionError("the keys were accepted");
	}

	private String file(String name, String content) throws IOException {
		Path file = this.directory.resolve(name);
		Files.writeString(file, content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		return file.toString();
	}

	private static String pem(Object object) throws IOException {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(
					(object instanceof KeyPair pair) ? new JcaPKCS8Generator(pair.getPrivate(), null) : object);
		}
		return text.toString();
	}

}
