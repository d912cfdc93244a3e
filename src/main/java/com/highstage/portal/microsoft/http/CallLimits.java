package com.highstage.portal.microsoft.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;

/**
 * Keeps one organisation's slow answers from holding up the others: each has only so many
 * calls under way at a time.
 */
public final class CallLimits {

	private final Map<Object, Lane> lanes = new ConcurrentHashMap<>();

	private final int atOnce;

	private final Duration longestQueue;

	private final CallMeter meter;

	public CallLimits(int atOnce, Duration longestQueue, CallMeter meter) {
		this.meter = meter;
		this.atOnce = atOnce;
		this.longestQueue = longestQueue;
	}

	/**
	 * Makes a call when it is its turn.
	 * @param <T> what the call returns
	 * @param whose whose limit counts
	 * @param service which service is called, for the figures
	 * @param exchange the call, for the failure
	 * @param call the call
	 * @return what the call returned
	 * @throws MicrosoftException if its turn did not come in time
	 */
	public <T> T within(Object whose, Service service, Exchange exchange, Supplier<T> call) {
		Lane lane = this.lanes.compute(whose, (key, existing) -> Lane.entered(existing, this.atOnce));
		try {
			if (!lane.permits.tryAcquire(this.longestQueue.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new MicrosoftException(busy(exchange));
			}
			try {
				return this.meter.call(service, call);
			}
			finally {
				lane.permits.release();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MicrosoftException(busy(exchange));
		}
		finally {
			this.lanes.computeIfPresent(whose, (key, existing) -> existing.left());
		}
	}

	int lanes() {
		return this.lanes.size();
	}

	private static Failure busy(Exchange exchange) {
		return new Failure(Failure.Kind.RETRY_LATER, 0, "PortalBusy", List.of(), null, "", exchange.reference(), null);
	}

	private record Lane(Semaphore permits, int users) {

		static Lane entered(@Nullable Lane lane, int atOnce) {
			return (lane != null) ? new Lane(lane.permits, lane.users + 1) : new Lane(new Semaphore(atOnce), 1);
		}

		@Nullable Lane left() {
			return (this.users > 1) ? new Lane(this.permits, this.users - 1) : null;
		}

	}

}
