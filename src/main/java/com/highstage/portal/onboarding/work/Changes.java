package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

import com.highstage.portal.tenant.TenantId;

/**
 * Lets pages of this process wait for the next change of a journey.
 */
@Component
class Changes {

	private final Map<TenantId, CountDownLatch> waiting = new ConcurrentHashMap<>();

	void happened(TenantId tenant) {
		CountDownLatch latch = this.waiting.remove(tenant);
		if (latch != null) {
			latch.countDown();
		}
	}

	/**
	 * Begins to listen; what happens from now on is heard by {@link Listening#await}.
	 * @param tenant whose journey
	 * @return something to wait on
	 */
	Listening listen(TenantId tenant) {
		CountDownLatch latch = this.waiting.computeIfAbsent(tenant, (ignored) -> new CountDownLatch(1));
		return (atMost) -> {
			try {
				return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		};
	}

	/**
	 * Waits for a change.
	 */
	interface Listening {

		boolean await(Duration atMost);

	}

}
