package com.highstage.portal.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long the same thing took again and again.
 */
final class Timings {

	private final List<Long> nanos = new ArrayList<>();

	void time(Runnable action) {
		long begun = System.nanoTime();
		action.run();
		this.nanos.add(System.nanoTime() - begun);
	}

	/**
	 * The time that so many were not slower than.
	 * @param percent how many
	 * @return in milliseconds
	 */
	double percentile(int percent) {
		List<Long> sorted = new ArrayList<>(this.nanos);
		Collections.sort(sorted);
		return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
	}

}
