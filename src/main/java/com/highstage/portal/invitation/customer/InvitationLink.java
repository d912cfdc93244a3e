package com.highstage.portal.invitation.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A link of an invitation, without its token.
 *
 * @param id its id
 * @param createdAt when it was made
 * @param expiresAt from when on it cannot be used
 * @param openedAt when somebody first went on from its page; null before. Opening the
 * page alone does not count: mail scanners do that
 * @param signedInAt when somebody who came by it first signed in; null before
 * @param revokedAt when it was taken back, if so
 */
public record InvitationLink(UUID id, Instant createdAt, Instant expiresAt, @Nullable Instant openedAt,
		@Nullable Instant signedInAt, @Nullable Instant revokedAt) {

	/**
	 * Whether it can still be used.
	 * @param now the time
	 * @return false if it was taken back or is too old
	 */
	public boolean isUsable(Instant now) {
		return this.revokedAt == null && now.isBefore(this.expiresAt);
	}

}
