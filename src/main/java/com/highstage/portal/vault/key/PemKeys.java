package com.highstage.portal.vault.key;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/**
 * Reads keys in PEM. The JOSE library wants a PKCS#8 private key on a curve together with
 * its public key; {@code openssl genpkey} writes the private one alone, so the public one
 * is computed.
 */
final class PemKeys {

	private PemKeys() {
	}

	static JWK parse(String pem) throws JOSEException, IOException {
		if (pem.startsWith("-----BEGIN CERTIFICATE")) {
			return JWK.parseFromPEMEncodedX509Cert(pem);
		}
		return JWK.parseFromPEMEncodedObjects(pem.contains("PUBLIC KEY") ? pem : withPublicKey(pem));
	}

	private static String withPublicKey(String pem) throws IOException {
		try (PEMParser parser = new PEMParser(new StringReader(pem))) {
			if (parser.readObject() instanceof PrivateKeyInfo info
					&& PrivateKeyFactory.createKey(info) instanceof ECPrivateKeyParameters key) {
				return pem + "\n" + publicKey(key);
			}
			return pem;
		}
	}

	private static String publicKey(ECPrivateKeyParameters key) throws IOException {
		AsymmetricKeyParameter publicKey = new ECPublicKeyParameters(
				new FixedPointCombMultiplier().multiply(key.getParameters().getG(), key.getD()), key.getParameters());
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey));
		}
		return text.toString();
	}

}
