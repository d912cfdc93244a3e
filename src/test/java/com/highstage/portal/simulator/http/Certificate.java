package com.highstage.portal.simulator.http;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed certificate with its key, made at start.
 *
 * @param pair the key pair
 * @param certificate the certificate
 */
public record Certificate(KeyPair pair, X509Certificate certificate) {

	private static final Predicate<String> ADDRESS = Pattern.compile("[0-9.]+").asMatchPredicate();

	public static Certificate selfSigned(String commonName, String... hosts) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return sign(generator.generateKeyPair(), new X500Principal("CN=" + commonName), List.of(hosts));
		}
		catch (GeneralSecurityException | OperatorCreationException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Certificate sign(KeyPair pair, X500Principal name, List<String> hosts)
			throws GeneralSecurityException, OperatorCreationException, IOException {
		Instant now = Instant.now();
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name,
				BigInteger.valueOf(now.toEpochMilli()), Date.from(now.minus(Duration.ofDays(1))),
				Date.from(now.plus(Duration.ofDays(1800))), name, pair.getPublic());
		if (!hosts.isEmpty()) {
			builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(hosts.stream()
				.map((host) -> new GeneralName(ADDRESS.test(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
				.toArray(GeneralName[]::new)));
		}
		return new Certificate(pair, new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
	}

	public String pem() {
		return pem("CERTIFICATE", encoded());
	}

	public String keyPem() {
		return pem("PRIVATE KEY", this.pair.getPrivate().getEncoded());
	}

	/**
	 * The certificate itself.
	 * @return DER
	 */
	public byte[] encoded() {
		try {
			return this.certificate.getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String what, byte[] der) {
		String lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der);
		return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
	}

	/**
	 * What a server needs to show this certificate.
	 * @return the context
	 */
	public SSLContext context() {
		try {
			// PKCS12 takes a tenth of a second or more to protect what stays in memory
			KeyStore store = KeyStore.getInstance("JKS");
			store.load(null, null);
			store.setKeyEntry("simulator", this.pair.getPrivate(), new char[0],
					new X509Certificate[] { this.certificate });
			KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			managers.init(store, new char[0]);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(managers.getKeyManagers(), null, null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
