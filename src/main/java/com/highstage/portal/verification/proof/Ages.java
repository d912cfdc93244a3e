package com.highstage.portal.verification.proof;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Since when things are as they must be, as far as is known.
 *
 * @param consented when a permission was granted here last
 * @param registered when the application was made known to Exchange here last
 * @param opened since when the mailbox is open to the application
 * @param switched when a protocol was switched on here last
 * @param refusedSince when the login was refused first
 */
record Ages(@Nullable Instant consented, @Nullable Instant registered, @Nullable Instant opened,
		@Nullable Instant switched, @Nullable Instant refusedSince) {

	/**
	 * The newest of what Microsoft may still be spreading.
	 * @param recorded whether Microsoft's records are known; if not, somebody may have
	 * done something elsewhere until the first refusal
	 * @param now the time, which counts if nothing else is known
	 * @return since when it can have been spreading
	 */
	Instant newest(boolean recorded, Instant now) {
		return Stream
			.of(this.consented, this.registered, this.opened, this.switched, recorded ? null : refusedSince(now))
			.filter(Objects::nonNull)
			.max(Instant::compareTo)
			.orElseGet(() -> refusedSince(now));
	}

	private Instant refusedSince(Instant now) {
		return (this.refusedSince != null) ? this.refusedSince : now;
	}

}
