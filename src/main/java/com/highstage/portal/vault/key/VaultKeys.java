package com.highstage.portal.vault.key;

import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;

import com.highstage.portal.vault.RecipientKeyId;

/**
 * The portal's keys, checked.
 *
 * @param box AES-256 keys for what the portal keeps for itself, the newest first
 * @param hmac keys that chain the audit entries, the newest first
 * @param signing EC P-256 keys, the newest first, which has its private part; each key id
 * is the RFC 7638 thumbprint
 * @param recipients Highstage's keys, the newest first
 */
public record VaultKeys(List<OctetSequenceKey> box, List<OctetSequenceKey> hmac, List<ECKey> signing,
		List<Recipient> recipients) {

	/**
	 * What signs.
	 * @return the newest signing key, with its private part
	 */
	public ECKey signer() {
		return this.signing.getFirst();
	}

	/**
	 * A key that something may be sealed for.
	 * @param id its id
	 * @return empty if it is not configured
	 */
	public Optional<Recipient> recipient(RecipientKeyId id) {
		return this.recipients.stream().filter((recipient) -> recipient.id().equals(id)).findFirst();
	}

	// a JWK prints its private part
	@Override
	public String toString() {
		return "VaultKeys[redacted]";
	}

	/**
	 * A key that Highstage has.
	 *
	 * @param key RSA, public part only; its key id is the RFC 7638 thumbprint
	 * @param pairHeld whether the portal generated the pair and has its private part
	 * still beside it
	 */
	public record Recipient(RSAKey key, boolean pairHeld) {

		/**
		 * The key's name.
		 * @return its thumbprint
		 */
		public RecipientKeyId id() {
			return new RecipientKeyId(this.key.getKeyID());
		}

	}

}
