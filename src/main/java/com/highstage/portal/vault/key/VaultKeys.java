package com.highstage.portal.vault.key;

import java.util.List;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * The portal's keys, checked.
 *
 * @param box AES-256 keys for what the portal keeps for itself, the newest first
 * @param hmac keys that chain the audit entries, the newest first
 * @param signing EC P-256 with private part; its key id is the RFC 7638 thumbprint
 * @param recipient Highstage's RSA key, public part only; its key id is the RFC 7638
 * thumbprint
 * @param recipientPairHeld whether the portal generated the recipient's key pair and has
 * its private part still beside it
 */
public record VaultKeys(List<OctetSequenceKey> box, List<OctetSequenceKey> hmac, ECKey signing, RSAKey recipient,
		boolean recipientPairHeld) {

	// a JWK prints its private part
	@Override
	public String toString() {
		return "VaultKeys[redacted]";
	}

}
