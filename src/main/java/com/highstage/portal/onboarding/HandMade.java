package com.highstage.portal.onboarding;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.vault.Secret;

/**
 * What a person pastes who did the steps by hand, as typed.
 *
 * @param tenantId the Directory (tenant) ID
 * @param clientId the Application (client) ID
 * @param secret the client secret's value
 * @param expiresOn the day the secret ends; null if empty or no date
 * @param keyId the Secret ID, which may be empty
 */
public record HandMade(String tenantId, String clientId, Secret secret, @Nullable LocalDate expiresOn, String keyId) {

}
