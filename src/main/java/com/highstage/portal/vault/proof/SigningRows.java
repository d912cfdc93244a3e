package com.highstage.portal.vault.proof;

import java.util.List;

import com.nimbusds.jose.jwk.ECKey;

/**
 * The published signing keys.
 */
interface SigningRows {

	/**
	 * Publishes exactly these. In the caller's transaction.
	 * @param keys the first signs
	 */
	void publish(List<ECKey> keys);

}
