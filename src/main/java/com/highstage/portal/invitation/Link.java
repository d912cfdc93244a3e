package com.highstage.portal.invitation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.TenantId;

/**
 * A link that lets a colleague do one step, without its token. A controller that takes an
 * {@code Optional<Link>} argument is given the one that this browser opened, if it can
 * still be used.
 *
 * @param id its id
 * @param kind what the colleague is asked to do
 * @param tenant the organisation it is for
 * @param organisationName that organisation's display name; display only
 * @param onboarding the onboarding it belongs to, if it had begun
 * @param askedBy display name of who asks; display only
 * @param byVendor whether that is somebody of Highstage, not of the organisation
 * @param createdAt when it was made
 * @param expiresAt from when on it cannot be used
 * @param usedAt when the colleague did what was asked, if so
 * @param revokedAt when it was taken back, if so
 */
public record Link(UUID id, LinkKind kind, TenantId tenant, String organisationName, @Nullable UUID onboarding,
		String askedBy, boolean byVendor, Instant createdAt, Instant expiresAt, @Nullable Instant usedAt,
		@Nullable Instant revokedAt) {

	/**
	 * Whether a colleague can still use it.
	 * @param now the time
	 * @return false if it was used, taken back, or is too old
	 */
	public boolean isUsable(Instant now) {
		return this.usedAt == null && this.revokedAt == null && now.isBefore(this.expiresAt);
	}

}
