package com.highstage.portal.onboarding.web.hand;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

import com.highstage.portal.onboarding.HandMade;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

/**
 * What a person pastes who did the steps in the Entra admin center. What is wrong with it
 * is recognised where it is tried.
 *
 * @param tenantId the Directory (tenant) ID
 * @param clientId the Application (client) ID
 * @param secret the client secret's value
 * @param expiresOn the day the secret ends
 * @param keyId the Secret ID
 */
record HandForm(@Nullable String tenantId, @Nullable String clientId, @Nullable Secret secret,
		@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate expiresOn, @Nullable String keyId) {

	static HandForm of(TenantId tenant) {
		return new HandForm(tenant.toString(), null, null, null, null);
	}

	HandMade pasted() {
		return new HandMade(text(this.tenantId), text(this.clientId),
				Objects.requireNonNullElseGet(this.secret, () -> Secret.of("")), this.expiresOn, text(this.keyId));
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNullElse(typed, "");
	}

}
