package com.highstage.portal.simulator.control;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong once.
 *
 * @param call the call's name, or a part of its address, or {@code *} for any
 * @param nth which of the calls from now on, from 1; 0 for all of them
 * @param when {@code before} or {@code after} the effect
 * @param kind what happens
 * @param retryAfter the {@code Retry-After} header as it is sent, if any
 */
public record Fault(String call, int nth, String when, String kind, @Nullable String retryAfter) {

	private static final Set<String> KINDS = Set.of("401", "403", "429", "500", "502", "503", "504", "timeout", "reset",
			"garbage", "empty");

	public Fault {
		when = (when != null) ? when : "before";
		if (call == null || kind == null || !KINDS.contains(kind) || !Set.of("before", "after").contains(when)) {
			throw new IllegalArgumentException("A fault needs call, nth, when (before, after) and kind " + KINDS);
		}
	}

	public static Fault before(String call, String kind) {
		return new Fault(call, 1, "before", kind, null);
	}

	public static Fault after(String call, String kind) {
		return new Fault(call, 1, "after", kind, null);
	}

	public Fault nth(int number) {
		return new Fault(this.call, number, this.when, this.kind, this.retryAfter);
	}

	public Fault retryAfter(String value) {
		return new Fault(this.call, this.nth, this.when, this.kind, value);
	}

	boolean afterEffect() {
		return this.when.equals("after");
	}

}
