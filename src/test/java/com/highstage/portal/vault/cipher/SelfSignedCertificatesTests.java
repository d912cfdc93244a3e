package com.highstage.portal.vault.cipher;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.Test;

import com.highstage.portal.vault.Credential.ClientCertificate;

import static org.assertj.core.api.Assertions.assertThat;

class SelfSignedCertificatesTests {

	private static final Instant FROM = Instant.parse("2026-11-23T09:00:00Z");

	private static final Instant UNTIL = Instant.parse("2027-05-22T09:00:00Z");

	@Test
	void makesAnRsaCertificateForItsTimeThatIsNoAuthority() throws Exception {
		X509Certificate certificate = make("Highstage mail access").certificate();
		certificate.verify(certificate.getPublicKey());
		assertThat(certificate.getSubjectX500Principal()).isEqualTo(new X500Principal("CN=Highstage mail access"));
		assertThat(certificate.getNotBefore()).isEqualTo(FROM);
		assertThat(certificate.getNotAfter()).isEqualTo(UNTIL);
		assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
		assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
		assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(127);
		assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength()).isEqualTo(3072);
	}

	@Test
	void thePrivateKeySignsWhatTheCertificateVerifies() throws Exception {
		ClientCertificate made = make("Highstage mail access");
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(made.privateKey().expose(SelfSignedCertificatesTests::parse));
		byte[] signed = signature.sign();
		signature.initVerify(made.certificate());
		assertThat(signature.verify(signed)).isTrue();
		assertThat(made.privateKey().<String>expose((pem) -> pem)).startsWith("-----BEGIN PRIVATE KEY-----");
	}

	@Test
	void aNameCannotAddToTheSubject() {
		String subject = make("Mail, O=Microsoft + \"x\\").certificate()
			.getSubjectX500Principal()
			.getName(X500Principal.RFC2253);
		assertThat(subject).isEqualTo("CN=Mail\\, O\\=Microsoft \\+ \\\"x\\\\");
	}

	@Test
	void aLongNameIsCut() {
		X509Certificate certificate = make("\uD83D\uDE00".repeat(300)).certificate();
		assertThat(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253))
			.isEqualTo("CN=" + "\uD83D\uDE00".repeat(64));
	}

	private static ClientCertificate make(String commonName) {
		return new SelfSignedCertificates().selfSigned(commonName, FROM, UNTIL);
	}

	private static PrivateKey parse(String pem) {
		try (PEMParser parser = new PEMParser(new StringReader(pem))) {
			return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) parser.readObject());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
