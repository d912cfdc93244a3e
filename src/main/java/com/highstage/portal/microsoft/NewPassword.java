package com.highstage.portal.microsoft;

import java.time.Instant;
import java.util.UUID;

import com.highstage.portal.vault.Secret;

/**
 * Microsoft's answer to {@code addPassword}: the only moment at which the value exists.
 *
 * @param keyId Microsoft's id of the secret
 * @param value the secret itself
 * @param expiresAt when it ends
 */
public record NewPassword(UUID keyId, Secret value, Instant expiresAt) {

}
