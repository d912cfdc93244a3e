package com.highstage.portal.renewal.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Succession;
import com.highstage.portal.credential.Succession.Fate;

/**
 * One version of the secret as the page shows it.
 *
 * @param version the version
 * @param fate what happens to it
 * @param leaves when it goes at the latest, if it is kept
 * @param over whether its end has come
 */
record VersionView(CredentialVersion version, Fate fate, Instant leaves, boolean over) {

	static VersionView of(Succession succession, CredentialVersion version) {
		return new VersionView(version, succession.fate(version), succession.leaves(version),
				!version.isLive(succession.now()));
	}

	/**
	 * Whether it only ends by itself, because nothing newer works yet.
	 * @return true if so
	 */
	public boolean endsFirst() {
		return !this.leaves.isBefore(this.version.expiresAt());
	}

	public @Nullable Instant offeredAt() {
		return this.version.handover().offeredAt();
	}

	public @Nullable Instant acknowledgedAt() {
		return this.version.handover().acknowledgedAt();
	}

	/**
	 * The style of its mark.
	 * @return the name of a state
	 */
	public String tone() {
		return switch (this.fate) {
			case IS_USED -> "done";
			case IS_PROVEN -> "running";
			case IS_KEPT, IS_LEFT -> "not-started";
			case GOES -> "waiting-for-microsoft";
			case HAS_ENDED, IS_GONE -> "failed";
		};
	}

}
