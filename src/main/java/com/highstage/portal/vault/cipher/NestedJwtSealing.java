package com.highstage.portal.vault.cipher;

import java.time.Clock;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.CredentialClaims;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.SealedCredential;
import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultKeys.Recipient;

/**
 * Seals for the newest recipient key that is proven: while a newer one waits for its
 * proof, the one before it is still used.
 */
@Component
class NestedJwtSealing implements CredentialSealing {

	private final VaultKeys keys;

	private final NestedJwt envelope;

	private final RecipientProofs proofs;

	private final Clock clock;

	NestedJwtSealing(VaultKeys keys, NestedJwt envelope, RecipientProofs proofs, Clock clock) {
		this.keys = keys;
		this.envelope = envelope;
		this.proofs = proofs;
		this.clock = clock;
	}

	@Override
	public Optional<RecipientKeyId> provenRecipient() {
		return proven().map(Recipient::id);
	}

	@Override
	public SealedCredential seal(Credential credential, CredentialClaims claims) {
		Recipient recipient = proven()
			.orElseThrow(() -> new IllegalStateException("nobody has shown that they can open what would be sealed"));
		return new SealedCredential(this.envelope.seal(claimsSet(credential, claims), recipient.key()), recipient.id());
	}

	private Optional<Recipient> proven() {
		return this.keys.recipients()
			.stream()
			.filter((recipient) -> recipient.pairHeld() || this.proofs.proven(recipient.id(), this.clock.instant()))
			.findFirst();
	}

	private JWTClaimsSet claimsSet(Credential credential, CredentialClaims claims) {
		JWTClaimsSet.Builder set = this.envelope.claims(claims.connection().toString())
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

}
