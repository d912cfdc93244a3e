package com.highstage.portal.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion.State;

/**
 * The rule by which one version of a credential follows another: there is always one that
 * works, and never more than two that the portal made.
 *
 * @param versions all versions of one connection, the newest first
 * @param offered the version that Highstage is offered; null if there is none
 * @param overlap how long a former version is kept after a newer one was offered
 * @param now the time
 */
public record Succession(List<CredentialVersion> versions, @Nullable CredentialVersion offered, Duration overlap,
		Instant now) {

	/** How many of ours are valid at the same time at most. */
	public static final int MOST = 2;

	public Succession {
		versions = List.copyOf(versions);
	}

	/**
	 * Those that the portal made and that still open something.
	 * @return the newest first
	 */
	public List<CredentialVersion> liveOurs() {
		return this.versions.stream().filter((version) -> version.isOurs() && version.isLive(this.now)).toList();
	}

	/**
	 * Those that may be removed at Microsoft now.
	 * @return the oldest first
	 */
	public List<CredentialVersion> due() {
		return this.versions.reversed().stream().filter((version) -> fate(version) == Fate.GOES).toList();
	}

	/**
	 * The newest one, if Highstage was never offered it: a further renewal replaces it.
	 * @return empty if there is no such version
	 */
	public Optional<CredentialVersion> unproven() {
		return this.versions.stream()
			.filter((version) -> version.isOurs() && fate(version) == Fate.IS_PROVEN)
			.findFirst();
	}

	/**
	 * Until when a further renewal has to wait, because two of ours are valid and neither
	 * may go.
	 * @return empty if there is room for another one
	 */
	public Optional<Instant> fullUntil() {
		List<CredentialVersion> live = liveOurs();
		boolean full = live.size() >= MOST && due().stream().noneMatch(live::contains) && unproven().isEmpty();
		return full ? live.stream().map(this::leaves).min(Instant::compareTo) : Optional.empty();
	}

	/**
	 * What happens to a version.
	 * @param version one of the versions
	 * @return its fate
	 */
	public Fate fate(CredentialVersion version) {
		if (version.state() == State.REMOVED) {
			return Fate.IS_GONE;
		}
		if (isOffered(version)) {
			return version.isLive(this.now) ? Fate.IS_USED : Fate.HAS_ENDED;
		}
		if (version.state() == State.CURRENT) {
			return version.isLive(this.now) ? Fate.IS_PROVEN : Fate.HAS_ENDED;
		}
		if (!version.isOurs()) {
			return version.isLive(this.now) ? Fate.IS_LEFT : Fate.HAS_ENDED;
		}
		return mayGo(version) ? Fate.GOES : Fate.IS_KEPT;
	}

	/**
	 * When a version that is kept may go at the latest, whatever Highstage says.
	 * @param version one of the versions
	 * @return the end of the overlap, or when it ends by itself if that is earlier
	 */
	public Instant leaves(CredentialVersion version) {
		return offers(version).map((offer) -> offer.plus(this.overlap))
			.filter((ignored) -> works())
			.filter((at) -> !isOffered(version))
			.min(Instant::compareTo)
			.filter((at) -> at.isBefore(version.expiresAt()))
			.orElse(version.expiresAt());
	}

	private boolean isOffered(CredentialVersion version) {
		return this.offered != null && this.offered.sequence() == version.sequence();
	}

	// What Highstage never had, or what has ended, is missed by nobody. What it had stays
	// while nothing newer works.
	private boolean mayGo(CredentialVersion version) {
		if (version.handover().offeredAt() == null || !version.isLive(this.now)) {
			return true;
		}
		return works() && (isFollowed(version) || !leaves(version).isAfter(this.now));
	}

	private boolean works() {
		return this.offered != null && this.offered.isLive(this.now);
	}

	private boolean isFollowed(CredentialVersion version) {
		return newer(version).anyMatch((other) -> other.handover().acknowledgedAt() != null);
	}

	private Stream<Instant> offers(CredentialVersion version) {
		return newer(version).map((other) -> other.handover().offeredAt()).flatMap(Stream::ofNullable);
	}

	private Stream<CredentialVersion> newer(CredentialVersion version) {
		return this.versions.stream().filter((other) -> other.sequence() > version.sequence());
	}

	/**
	 * What happens to a version; message {@code renewal.fate.<name>}.
	 */
	public enum Fate {

		/** Highstage is offered it. */
		IS_USED,
		/** New; Highstage is offered it once a check has passed with it. */
		IS_PROVEN,
		/** Former; kept until Highstage has acknowledged a newer one. */
		IS_KEPT,
		/** Former; removed as soon as somebody is signed in who may. */
		GOES,
		/** Former, made by hand: a person removes it, or it ends by itself. */
		IS_LEFT,
		/** It has ended. */
		HAS_ENDED,
		/** It no longer exists at Microsoft. */
		IS_GONE

	}

}
