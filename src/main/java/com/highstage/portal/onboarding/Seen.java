package com.highstage.portal.onboarding;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Microsoft was asked about a finished connection, with the authority of a person who is
 * signed in: its directory as told here, and Exchange as the mailboxes' rows tell, each
 * with its time. Published on the thread of their request, outside any transaction.
 * Listeners must be quick.
 *
 * @param connection the connection
 * @param directory what the directory holds; null if it was not asked
 */
public record Seen(ConnectionId connection, @Nullable Directory directory) {

	/**
	 * What the directory holds of a connection. Null is what could not be found out.
	 *
	 * @param at when it was asked
	 * @param application whether the application of this connection is there
	 * @param principal whether its enterprise application is there
	 * @param enabled whether that may sign in
	 * @param keys the secrets and certificates of the application
	 * @param granted the permissions that are granted to it
	 */
	public record Directory(Instant at, @Nullable Boolean application, @Nullable Boolean principal,
			@Nullable Boolean enabled, @Nullable Set<UUID> keys, @Nullable Set<MailPermission> granted) {
		public Directory {
			keys = (keys != null) ? Set.copyOf(keys) : null;
			granted = (granted != null) ? Set.copyOf(granted) : null;
		}
	}

}
