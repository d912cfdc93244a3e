package com.highstage.portal.simulator.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A value that changes, and what it was before: the servers of Exchange Online learn of a
 * change later.
 *
 * @param <T> what it holds, unchangeable
 */
public final class History<T> {

	private final Deque<Moment<T>> moments = new ArrayDeque<>();

	public History(T value, Instant since) {
		set(value, since);
	}

	public void set(T value, Instant now) {
		this.moments.push(new Moment<>(value, now));
	}

	public T now() {
		return this.moments.getFirst().value();
	}

	public Instant since() {
		return this.moments.getFirst().since();
	}

	/**
	 * What the value was.
	 * @param time when
	 * @return the value then, the first one for any time before it
	 */
	public T at(Instant time) {
		return this.moments.stream()
			.filter((moment) -> !moment.since().isAfter(time))
			.findFirst()
			.orElse(this.moments.getLast())
			.value();
	}

	/**
	 * A value and when it came.
	 */
	private record Moment<T>(T value, Instant since) {

	}

}
