package com.highstage.portal.registration;

import com.highstage.portal.credential.CredentialType;

/**
 * What credential is wanted.
 *
 * @param type secret or certificate
 * @param description what its display name begins with, at most 50 characters
 * @param lifetimeDays how long it lasts
 */
public record SecretWish(CredentialType type, String description, int lifetimeDays) {

}
