package com.highstage.portal.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What is read when somebody asks, and not again for a while; if nobody asks, nothing is
 * read. While one reads, the others go on with what was read before.
 *
 * @param <T> what is read
 */
class Remembered<T> {

	private static final Duration FRESH = Duration.ofSeconds(15);

	private final ReentrantLock turn = new ReentrantLock();

	private final Supplier<T> source;

	private final Clock clock;

	private volatile @Nullable Reading<T> last;

	Remembered(Supplier<T> source, Clock clock) {
		this.source = source;
		this.clock = clock;
	}

	T get() {
		Reading<T> known = this.last;
		if (known != null && (isFresh(known) || this.turn.isLocked())) {
			return known.found();
		}
		this.turn.lock();
		try {
			Reading<T> meanwhile = this.last;
			if (meanwhile != null && isFresh(meanwhile)) {
				return meanwhile.found();
			}
			T found = this.source.get();
			// from its end on: a database that does not answer was waited for long enough
			this.last = new Reading<>(this.clock.instant(), found);
			return found;
		}
		finally {
			this.turn.unlock();
		}
	}

	private boolean isFresh(Reading<T> reading) {
		Duration age = Duration.between(reading.at(), this.clock.instant());
		return !age.isNegative() && age.compareTo(FRESH) < 0;
	}

	private record Reading<T>(Instant at, T found) {

	}

}
