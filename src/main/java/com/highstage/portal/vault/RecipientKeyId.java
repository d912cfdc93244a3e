package com.highstage.portal.vault;

/**
 * The RFC 7638 thumbprint (SHA-256, base64url) of a recipient's public key.
 *
 * @param value the thumbprint
 */
public record RecipientKeyId(String value) {

}
