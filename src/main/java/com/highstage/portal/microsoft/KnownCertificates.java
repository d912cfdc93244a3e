package com.highstage.portal.microsoft;

import java.util.Set;
import java.util.UUID;

/**
 * What is known of an application's certificates although Microsoft may not show it yet:
 * Graph takes the whole list back, so that one that is too old undoes what was done last.
 *
 * @param there those that were added just now
 * @param gone those that were removed
 */
public record KnownCertificates(Set<UUID> there, Set<UUID> gone) {

	/** Nothing but what is shown. */
	public static final KnownCertificates NONE = new KnownCertificates(Set.of(), Set.of());

	public KnownCertificates {
		there = Set.copyOf(there);
		gone = Set.copyOf(gone);
	}

}
