package com.highstage.portal.vault.reader;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.CredentialClaims;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.cipher.TestVault;
import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;
import com.highstage.portal.vault.reader.Vectors.Vector;

/**
 * The vectors, made anew: the good ones as the portal seals them, the bad ones by hand.
 */
final class GeneratedVectors {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final Instant EXPIRES = Instant.parse("2027-05-22T09:00:00Z");

	private static final String SECRET = "Xyz8Q~made-up.value_of-forty~characters0";

	private static final Row ROW = new Row("7d1f0a52-2c53-4f0e-9f43-0d6c7c1d5a01",
			"3f2504e0-4f89-41d3-9a0c-0305e82c3301", "c3a0f6b2-77aa-4b2c-9a57-7d2f3f6e1b02", 2);

	private static final UUID KEY_ID = UUID.fromString("0a6f3f5e-3a51-4f6a-9c51-6a4f7f7b0c11");

	private static final String OTHER = "00000000-0000-4000-8000-000000000001";

	private final List<Vector> vectors = new ArrayList<>();

	private final RSAKey recipient = TestKeys.recipient();

	private final ECKey signing = TestKeys.signing();

	List<Vector> make() throws JOSEException {
		addGood();
		addAlgorithms();
		addEnvelopes();
		addSignatures();
		addForeign();
		addClaims();
		this.vectors.addAll(new GeneratedCanaries(claims()).make());
		return this.vectors;
	}

	private void addGood() throws JOSEException {
		good("a client secret", new ClientSecret(Secret.of(SECRET)), KEY_ID, Map.of("client_secret", SECRET));
		good("a client secret made by hand", new ClientSecret(Secret.of(SECRET)), null,
				Map.of("client_secret", SECRET));
		ClientCertificate certificate = TestVault.certificates().selfSigned("Highstage mail access", NOW, EXPIRES);
		good("a certificate", certificate, KEY_ID,
				Map.of("private_key", certificate.privateKey().<String>expose((pem) -> pem), "certificate",
						X509CertUtils.toPEMString(certificate.certificate())));
		Map<String, Object> opens = opens(KEY_ID, Map.of("client_secret", SECRET));
		good("sealed for the former recipient key",
				Forger.encrypt(signed(), Forger.header(), TestKeys.formerRecipient()), opens);
		good("signed with the former signing key",
				Forger.encrypt(Forger.sign(claims(), TestKeys.formerSigning()), Forger.header(), this.recipient),
				opens);
		good("the same sequence as before", Forger.seal(claims().claim("seq", ROW.seen())),
				opens(KEY_ID, Map.of("client_secret", SECRET, "seq", ROW.seen())));
		good("more claims than are known", Forger.seal(claims().claim("later", Map.of("a", 1))), opens);
	}

	private void addAlgorithms() throws JOSEException {
		sealed("another key encryption", Forger.header(JWEAlgorithm.RSA_OAEP_512, EncryptionMethod.A256GCM));
		sealed("another content encryption", Forger.header(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM));
		sealed("an encryption without a tag of its own",
				Forger.header(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256CBC_HS512));
		sealed("compressed", Forger.header().compressionAlgorithm(CompressionAlgorithm.DEF));
		sealed("an extension that must be understood",
				Forger.header().customParam("later", true).criticalParams(Set.of("later")));
		JWEObject direct = new JWEObject(
				Forger.header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(this.recipient.getKeyID()).build(),
				new Payload(signed()));
		direct.encrypt(new DirectEncrypter(new byte[32]));
		bad("a key that everybody knows instead of an encrypted one", Reason.ALGORITHM, direct.serialize());
	}

	private void addEnvelopes() throws JOSEException {
		String good = Forger.seal(claims());
		bad("four parts", Reason.FORMAT, good.substring(0, good.lastIndexOf('.')));
		bad("no value", Reason.FORMAT, "");
		bad("wrong key: sealed for somebody else", Reason.RECIPIENT,
				Forger.encrypt(signed(), Forger.header(), TestKeys.otherRecipient()));
		bad("wrong key: none is named", Reason.RECIPIENT,
				Forger.encrypt(signed(), Forger.header().build(), this.recipient));
		bad("wrong key under the right name", Reason.DECRYPTION, Forger.encrypt(signed(),
				Forger.header().keyID(this.recipient.getKeyID()).build(), TestKeys.otherRecipient()));
		bad("short tag: 96 bits of a right one", Reason.TAG, Forger.shortTag(good, 12));
		bad("short tag: 64 bits of a right one", Reason.TAG, Forger.shortTag(good, 8));
		bad("changed tag", Reason.DECRYPTION, Forger.changed(good, 4, Forger::otherBit));
		bad("changed content", Reason.DECRYPTION, Forger.changed(good, 3, Forger::otherBit));
		bad("changed header", Reason.DECRYPTION,
				Forger.changed(good, 0, (header) -> new String(header, StandardCharsets.UTF_8).replace("}", ",\"x\":1}")
					.getBytes(StandardCharsets.UTF_8)));
	}

	private void addSignatures() throws JOSEException {
		inside("not nested: claims without a signature", claims().build().toString());
		inside("not nested: unsigned", new PlainJWT(claims().build()).serialize());
		inside("not nested: sealed twice", Forger.seal(claims()));
		JWEHeader plain = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
			.keyID(this.recipient.getKeyID())
			.build();
		bad("cty is missing", Reason.SIGNATURE, Forger.encrypt(signed(), plain, this.recipient));
		SignedJWT mac = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.signing.getKeyID()).build(),
				claims().build());
		mac.sign(new MACSigner(this.signing.toPublicJWK().toJSONString()));
		inside("the public key taken for a shared one", mac.serialize());
		String signed = signed();
		String other = Forger.sign(claims().claim("client_secret", "other"), this.signing);
		inside("an extension of the signature that must be understood",
				Forger.sign(claims(),
						new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(this.signing.getKeyID())
							.customParam("later", true)
							.criticalParams(Set.of("later")),
						this.signing));
		inside("another content under a right signature",
				other.substring(0, other.lastIndexOf('.')) + signed.substring(signed.lastIndexOf('.')));
	}

	/** What somebody can do who has the database and all public keys. */
	private void addForeign() throws JOSEException {
		ECKey foreign = TestKeys.foreignSigning();
		inside("foreign signature", Forger.sign(claims(), foreign));
		inside("foreign signature under the right name", Forger.sign(claims(),
				new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(this.signing.getKeyID()), foreign));
		inside("foreign signature that brings its key along",
				Forger.sign(claims(),
						new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(foreign.getKeyID()).jwk(foreign.toPublicJWK()),
						foreign));
		inside("foreign signature without a name",
				Forger.sign(claims(), new JWSHeader.Builder(JWSAlgorithm.ES256), foreign));
	}

	private void addClaims() throws JOSEException {
		bad("another portal", Reason.ISSUER, Forger.seal(claims().issuer("https://other.example")));
		bad("for somebody else", Reason.AUDIENCE, Forger.seal(claims().audience("lowstage")));
		bad("for others too", Reason.AUDIENCE, Forger.seal(claims().audience(List.of("highstage", "lowstage"))));
		bad("swapped row: another connection", Reason.ROW, Forger.seal(claims().subject(OTHER)));
		bad("swapped row: another organisation", Reason.ROW, Forger.seal(claims().claim("tid", OTHER)));
		bad("swapped row: another application", Reason.ROW, Forger.seal(claims().claim("client_id", OTHER)));
		bad("older sequence", Reason.SEQUENCE, Forger.seal(claims().claim("seq", ROW.seen() - 1)));
		bad("no sequence", Reason.FORMAT, Forger.seal(claims().claim("seq", null)));
		bad("a sequence that is no number", Reason.FORMAT, Forger.seal(claims().claim("seq", "9")));
		bad("nothing in it", Reason.FORMAT, Forger.seal(claims().claim("client_secret", null)));
		bad("an empty secret", Reason.FORMAT, Forger.seal(claims().claim("client_secret", "")));
		bad("a private key without its certificate", Reason.FORMAT,
				Forger.seal(claims().claim("client_secret", null).claim("private_key", "-----BEGIN PRIVATE KEY-----")));
	}

	private void good(String name, Credential credential, @Nullable UUID keyId, Map<String, Object> values) {
		CredentialClaims claims = new CredentialClaims(new ConnectionId(UUID.fromString(ROW.connection())),
				TenantId.parse(ROW.tenant()), ClientId.parse(ROW.client()), keyId, 3, EXPIRES);
		good(name, TestVault.sealing(Clock.fixed(NOW, ZoneOffset.UTC)).seal(credential, claims).compact(),
				opens(keyId, values));
	}

	private void good(String name, String sealed, Map<String, Object> opens) {
		this.vectors.add(new Vector(name, ROW, null, sealed, opens, null));
	}

	private static Map<String, Object> opens(@Nullable UUID keyId, Map<String, ?> values) {
		Map<String, Object> opens = new LinkedHashMap<>();
		opens.put("seq", 3);
		opens.put("secret_exp", EXPIRES.getEpochSecond());
		if (keyId != null) {
			opens.put("key_id", keyId.toString());
		}
		opens.putAll(values);
		return opens;
	}

	private void sealed(String name, JWEHeader.Builder header) throws JOSEException {
		bad(name, Reason.ALGORITHM, Forger.encrypt(signed(), header, this.recipient));
	}

	private void inside(String name, String content) throws JOSEException {
		bad(name, Reason.SIGNATURE, Forger.encrypt(content, Forger.header(), this.recipient));
	}

	private void bad(String name, Reason reason, String sealed) {
		this.vectors.add(new Vector(name, ROW, null, sealed, null, reason));
	}

	private String signed() throws JOSEException {
		return Forger.sign(claims(), this.signing);
	}

	private static JWTClaimsSet.Builder claims() {
		return Forger.claims(ROW.connection(), NOW)
			.claim("tid", ROW.tenant())
			.claim("client_id", ROW.client())
			.claim("key_id", KEY_ID.toString())
			.claim("seq", 3)
			.claim("secret_exp", EXPIRES.getEpochSecond())
			.claim("client_secret", SECRET);
	}

}
