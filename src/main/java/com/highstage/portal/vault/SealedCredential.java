package com.highstage.portal.vault;

/**
 * A credential that only its recipient can open.
 *
 * @param compact the nested JWT in compact serialization
 * @param recipient the key it is sealed for
 */
public record SealedCredential(String compact, RecipientKeyId recipient) {

}
