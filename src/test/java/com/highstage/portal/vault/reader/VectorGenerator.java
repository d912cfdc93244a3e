package com.highstage.portal.vault.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
 * Writes {@code src/test/resources/vectors/sealed-credential.json} anew: the good ones as
 * the portal seals them, the bad ones by hand. Its name keeps it out of the test runs,
 * and it has no {@code main}, so that the one of {@code spring-boot:test-run} stays the
 * only one.
 */
class VectorGenerator {

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

	@Test
	void writesTheVectorsAnew() throws Exception {
		addGood();
		addEnvelopes();
		addSignatures();
		addClaims();
		Vectors vectors = new Vectors(TestVault.ISSUER, "keys/recipient-private.jwk", "keys/signing-public.jwk",
				this.vectors);
		String json = JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.build()
			.writeValueAsString(vectors);
		Files.writeString(Path.of("src/test/resources/vectors/sealed-credential.json"), json + "\n");
	}

	private void addGood() {
		good("a client secret", new ClientSecret(Secret.of(SECRET)), KEY_ID, Map.of("client_secret", SECRET));
		good("a client secret made by hand", new ClientSecret(Secret.of(SECRET)), null,
				Map.of("client_secret", SECRET));
		ClientCertificate certificate = TestVault.certificates().selfSigned("Highstage mail access", NOW, EXPIRES);
		good("a certificate", certificate, KEY_ID,
				Map.of("private_key", certificate.privateKey().<String>expose((pem) -> pem), "certificate",
						X509CertUtils.toPEMString(certificate.certificate())));
	}

	private void addEnvelopes() throws Exception {
		String good = encrypt(signed(claims().build()), header(), this.recipient);
		String[] parts = good.split("\\.");
		bad("four parts", Reason.FORMAT, good.substring(0, good.lastIndexOf('.')));
		bad("another key encryption", Reason.ALGORITHM, encrypt(signed(claims().build()),
				new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_512, EncryptionMethod.A256GCM), this.recipient));
		bad("another content encryption", Reason.ALGORITHM, encrypt(signed(claims().build()),
				new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM), this.recipient));
		bad("compressed", Reason.ALGORITHM, encrypt(signed(claims().build()),
				header().compressionAlgorithm(CompressionAlgorithm.DEF), this.recipient));
		bad("wrong key: sealed for somebody else", Reason.RECIPIENT,
				encrypt(signed(claims().build()), header(), TestKeys.otherRecipient()));
		RSAKey pretender = new RSAKey.Builder(TestKeys.otherRecipient()).keyID(this.recipient.getKeyID()).build();
		bad("wrong key under the right name", Reason.DECRYPTION,
				encrypt(signed(claims().build()), header(), pretender));
		byte[] tag = new Base64URL(parts[4]).decode();
		parts[4] = Base64URL.encode(Arrays.copyOf(tag, 12)).toString();
		bad("short tag: 96 bits of a right one", Reason.TAG, String.join(".", parts));
		tag[15] ^= 1;
		parts[4] = Base64URL.encode(tag).toString();
		bad("changed tag", Reason.DECRYPTION, String.join(".", parts));
	}

	private void addSignatures() throws Exception {
		bad("foreign signature", Reason.SIGNATURE,
				encrypt(sign(claims().build(), TestKeys.foreignSigning().getKeyID(), TestKeys.foreignSigning()),
						header(), this.recipient));
		bad("foreign signature under the right name", Reason.SIGNATURE, encrypt(
				sign(claims().build(), this.signing.getKeyID(), TestKeys.foreignSigning()), header(), this.recipient));
		SignedJWT mac = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.signing.getKeyID()).build(),
				claims().build());
		mac.sign(new MACSigner(this.signing.toPublicJWK().toJSONString()));
		bad("the public key taken for a shared one", Reason.SIGNATURE,
				encrypt(mac.serialize(), header(), this.recipient));
		bad("unsigned", Reason.SIGNATURE,
				encrypt(new PlainJWT(claims().build()).serialize(), header(), this.recipient));
		bad("claims without a signature", Reason.SIGNATURE,
				encrypt(claims().build().toString(), header(), this.recipient));
	}

	private void addClaims() throws Exception {
		bad("another portal", Reason.ISSUER, seal(claims().issuer("https://other.example")));
		bad("for somebody else", Reason.AUDIENCE, seal(claims().audience("lowstage")));
		bad("swapped row: another connection", Reason.ROW, seal(claims().subject(OTHER)));
		bad("swapped row: another organisation", Reason.ROW, seal(claims().claim("tid", OTHER)));
		bad("swapped row: another application", Reason.ROW, seal(claims().claim("client_id", OTHER)));
		bad("older sequence", Reason.SEQUENCE, seal(claims().claim("seq", 1)));
		bad("nothing in it", Reason.FORMAT, seal(claims().claim("client_secret", null)));
	}

	private void good(String name, Credential credential, @Nullable UUID keyId, Map<String, String> values) {
		CredentialClaims claims = new CredentialClaims(new ConnectionId(UUID.fromString(ROW.connection())),
				TenantId.parse(ROW.tenant()), ClientId.parse(ROW.client()), keyId, 3, EXPIRES);
		Map<String, Object> opens = new LinkedHashMap<>();
		opens.put("seq", 3);
		opens.put("secret_exp", EXPIRES.getEpochSecond());
		if (keyId != null) {
			opens.put("key_id", keyId.toString());
		}
		opens.putAll(values);
		String sealed = TestVault.sealing(Clock.fixed(NOW, ZoneOffset.UTC)).seal(credential, claims).compact();
		this.vectors.add(new Vector(name, ROW, sealed, opens, null));
	}

	private void bad(String name, Reason reason, String sealed) {
		this.vectors.add(new Vector(name, ROW, sealed, null, reason));
	}

	private String seal(JWTClaimsSet.Builder claims) throws Exception {
		return encrypt(signed(claims.build()), header(), this.recipient);
	}

	private String signed(JWTClaimsSet claims) throws Exception {
		return sign(claims, this.signing.getKeyID(), this.signing);
	}

	private static String sign(JWTClaimsSet claims, String keyId, ECKey key) throws Exception {
		JWSSigner signer = new ECDSASigner(key.toECPrivateKey());
		SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(), claims);
		jwt.sign(signer);
		return jwt.serialize();
	}

	private static String encrypt(String content, JWEHeader.Builder header, RSAKey key) throws Exception {
		JWEObject jwe = new JWEObject(header.contentType("JWT").keyID(key.getKeyID()).build(), new Payload(content));
		jwe.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
		return jwe.serialize();
	}

	private static JWEHeader.Builder header() {
		return new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM);
	}

	private static JWTClaimsSet.Builder claims() {
		return new JWTClaimsSet.Builder().issuer(TestVault.ISSUER)
			.audience("highstage")
			.subject(ROW.connection())
			.jwtID("1c2f6a0e-9a0b-4a53-8f4e-2f6b7f0c3d11")
			.issueTime(Date.from(NOW))
			.claim("tid", ROW.tenant())
			.claim("client_id", ROW.client())
			.claim("key_id", KEY_ID.toString())
			.claim("seq", 3)
			.claim("secret_exp", EXPIRES.getEpochSecond())
			.claim("client_secret", SECRET);
	}

}
