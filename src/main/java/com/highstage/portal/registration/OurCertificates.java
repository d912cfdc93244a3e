package com.highstage.portal.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.microsoft.KnownCertificates;

/**
 * Says what the portal knows of its own certificates, whatever Microsoft shows.
 */
final class OurCertificates {

	/** An older one that is not shown was removed by somebody. */
	private static final Duration SPREADS = Duration.ofMinutes(5);

	private OurCertificates() {
	}

	static KnownCertificates of(List<CredentialVersion> versions, Instant now) {
		return new KnownCertificates(
				ids(versions,
						(version) -> version.state() != State.REMOVED
								&& version.createdAt().plus(SPREADS).isAfter(now)),
				ids(versions, (version) -> version.state() == State.REMOVED));
	}

	private static Set<UUID> ids(List<CredentialVersion> versions, Predicate<CredentialVersion> which) {
		return versions.stream()
			.filter((version) -> version.isOurs() && version.type() == CredentialType.CERTIFICATE)
			.filter(which)
			.map((version) -> Objects.requireNonNull(version.keyId()))
			.collect(Collectors.toSet());
	}

}
