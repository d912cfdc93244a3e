package com.highstage.portal.vault.cipher;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
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

/**
 * Certificates by Bouncy Castle. Not part of a bean: whoever reflects on its methods
 * makes the JVM check the signatures of the library's thousands of entries, and keep
 * them.
 */
final class X509 {

	// RFC 5280, 4.1.2.2: positive, at most 20 octets
	private static final int SERIAL_BITS = 127;

	// RFC 5280, appendix A: ub-common-name
	private static final int COMMON_NAME_LENGTH = 64;

	private X509() {
	}

	static X509Certificate selfSigned(KeyPair pair, String commonName, SecureRandom random, Instant from, Instant until)
			throws GeneralSecurityException {
		BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
		X500Name subject = subject(commonName);
		var builder = new JcaX509v3CertificateBuilder(subject, serial, Date.from(from), Date.from(until), subject,
				pair.getPublic());
		try {
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
			builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
			var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
			return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
		}
		catch (OperatorCreationException | CertIOException ex) {
			throw new GeneralSecurityException(ex);
		}
	}

	private static X500Name subject(String commonName) {
		String name = commonName.codePoints()
			.limit(COMMON_NAME_LENGTH)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
	}

}
