package com.highstage.portal.vault.cipher;

import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.CredentialClaims;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.SealedCredential;
import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultProperties;

/**
 * Seals as a nested JWT (RFC 7519, 11.2): signed, then encrypted.
 */
@Component
class NestedJwtSealing implements CredentialSealing {

	private static final String AUDIENCE = "highstage";

	private final VaultKeys keys;

	private final RecipientProofs proofs;

	private final Clock clock;

	private final String issuer;

	NestedJwtSealing(VaultKeys keys, RecipientProofs proofs, Clock clock, VaultProperties properties) {
		this.keys = keys;
		this.proofs = proofs;
		this.clock = clock;
		this.issuer = properties.issuer();
	}

	@Override
	public Optional<RecipientKeyId> provenRecipient() {
		RecipientKeyId recipient = new RecipientKeyId(this.keys.recipient().getKeyID());
		boolean proven = this.keys.recipientPairHeld() || this.proofs.proven(recipient, this.clock.instant());
		return proven ? Optional.of(recipient) : Optional.empty();
	}

	@Override
	public SealedCredential seal(Credential credential, CredentialClaims claims) {
		RecipientKeyId recipient = provenRecipient()
			.orElseThrow(() -> new IllegalStateException("nobody has shown that they can open what would be sealed"));
		try {
			return new SealedCredential(encrypt(sign(claimsSet(credential, claims))), recipient);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("sealing failed with keys that were checked at start-up");
		}
	}

	private JWTClaimsSet claimsSet(Credential credential, CredentialClaims claims) {
		JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().issuer(this.issuer)
			.audience(AUDIENCE)
			.subject(claims.connection().toString())
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(this.clock.instant()))
			.claim("tid", claims.tenant().toString())
			.claim("client_id", claims.client().toString())
			.claim("seq", claims.sequence())
			.claim("secret_exp", claims.expiresAt().getEpochSecond());
		if (claims.keyId() != null) {
			set.claim("key_id", claims.keyId().toString());
		}
		CredentialText.members(credential).forEach(set::claim);
		return set.build();
	}

	private SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(this.keys.signing().getKeyID()).build();
		SignedJWT jwt = new SignedJWT(header, claims);
		jwt.sign(new ECDSASigner(this.keys.signing()));
		return jwt;
	}

	private String encrypt(SignedJWT jwt) throws JOSEException {
		JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
			.keyID(this.keys.recipient().getKeyID())
			.contentType("JWT")
			.build();
		JWEObject jwe = new JWEObject(header, new Payload(jwt));
		jwe.encrypt(new RSAEncrypter(this.keys.recipient()));
		return jwe.serialize();
	}

}
