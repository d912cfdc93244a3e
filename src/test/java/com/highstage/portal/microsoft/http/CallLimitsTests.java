package com.highstage.portal.microsoft.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;

class CallLimitsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final CallLimits limits = new CallLimits(1, Duration.ofMillis(20), new CallMeter(this.registry));

	@Test
	void aFullOrganisationIsToldToComeBackAndOthersGoOn() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch leave = new CountDownLatch(1);
		Thread slow = Thread.ofVirtual().start(() -> this.limits.within("contoso", Service.GRAPH, call(), () -> {
			entered.countDown();
			return await(leave);
		}));
		entered.await();
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.limits.within("contoso", Service.GRAPH, call(), () -> "too many"))
			.satisfies((ex) -> Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.RETRY_LATER));
		Assertions.assertThat(this.limits.within("fabrikam", Service.GRAPH, call(), () -> "through"))
			.isEqualTo("through");
		leave.countDown();
		slow.join();
		Assertions.assertThat(this.limits.within("contoso", Service.GRAPH, call(), () -> "through"))
			.isEqualTo("through");
	}

	@Test
	void nothingIsKeptOfAnOrganisationWithoutCalls() {
		Assertions.assertThatIllegalStateException()
			.isThrownBy(() -> this.limits.within("contoso", Service.GRAPH, call(), () -> {
				throw new IllegalStateException();
			}));
		Assertions.assertThat(this.limits.lanes()).isZero();
	}

	private static Exchange call() {
		return new Exchange("call", Effect.NONE);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			latch.await();
			return true;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
