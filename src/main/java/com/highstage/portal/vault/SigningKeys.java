package com.highstage.portal.vault;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The keys that verify what the portal signs, or signed, for Highstage.
 */
public interface SigningKeys {

	/**
	 * Every published key.
	 * @return the one that signs, then the others, the latest first
	 */
	List<SigningKey> published();

	/**
	 * A public key.
	 *
	 * @param id its RFC 7638 thumbprint
	 * @param publicKey a JWK
	 * @param validFrom since when it signs
	 * @param validUntil until when it signed; null while it does
	 */
	record SigningKey(String id, String publicKey, Instant validFrom, @Nullable Instant validUntil) {

	}

}
