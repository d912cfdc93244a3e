package com.highstage.portal.vault.cipher;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.CertificateAuthority;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Secret;

/**
 * RSA 3072 with SHA-256. The certificate says that it signs and is no authority.
 */
@Component
class SelfSignedCertificates implements CertificateAuthority {

	private static final int KEY_BITS = 3072;

	// RFC 5280, 4.1.2.2: positive, at most 20 octets
	private static final int SERIAL_BITS = 127;

	// RFC 5280, appendix A: ub-common-name
	private static final int COMMON_NAME_LENGTH = 64;

	private final SecureRandom random = new SecureRandom();

	@Override
	public ClientCertificate selfSigned(String commonName, Instant from, Instant until) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(KEY_BITS, this.random);
			KeyPair pair = generator.generateKeyPair();
			return new ClientCertificate(pem(pair.getPrivate()), certificate(pair, subject(commonName), from, until));
		}
		catch (GeneralSecurityException | OperatorCreationException | CertIOException ex) {
			throw new IllegalStateException("every Java platform makes RSA keys and signs with SHA-256");
		}
	}

	private X509Certificate certificate(KeyPair pair, X500Name subject, Instant from, Instant until)
			throws GeneralSecurityException, OperatorCreationException, CertIOException {
		BigInteger serial = new BigInteger(SERIAL_BITS, this.random).setBit(SERIAL_BITS - 1);
		var builder = new JcaX509v3CertificateBuilder(subject, serial, Date.from(from), Date.from(until), subject,
				pair.getPublic());
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
		var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
		return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
	}

	private static X500Name subject(String commonName) {
		String name = commonName.codePoints()
			.limit(COMMON_NAME_LENGTH)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
	}

	private static Secret pem(PrivateKey key) {
		return Secret.of(Pem.write(new PemObject("PRIVATE KEY", key.getEncoded())));
	}

}
