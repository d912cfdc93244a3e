package com.highstage.portal.onboarding.work;

import java.util.List;
import java.util.Optional;

import com.highstage.portal.onboarding.WayOut;

/**
 * The shorter lifetimes that are tried where an organisation's policy caps them: the cap
 * cannot be read, so it is found by asking.
 */
final class Lifetimes {

	private static final List<Integer> SHORTER = List.of(180, 90, 30);

	private Lifetimes() {
	}

	static Optional<Integer> shorter(int days) {
		return SHORTER.stream().filter((candidate) -> candidate < days).findFirst();
	}

	static List<WayOut> waysOut(int refusedDays) {
		return SHORTER.stream()
			.filter((candidate) -> candidate < refusedDays)
			.map((candidate) -> WayOut.valueOf("LIFETIME_" + candidate))
			.toList();
	}

}
