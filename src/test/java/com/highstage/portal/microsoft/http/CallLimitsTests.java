package com.highstage.portal.microsoft.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;

class CallLimitsTests {

	private final CallLimits limits = new CallLimits(1, Duration.ofMillis(20));

	@Test
	void aFullOrganisationIsToldToComeBackAndOthersGoOn() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch leave = new CountDownLatch(1);
		Thread slow = Thread.ofVirtual().start(() -> this.limits.within("contoso", call(), () -> {
			entered.countDown();
			return await(leave);
		}));
		entered.await();
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.limits.within("contoso", call(), () -> "too many"))
			.satisfies((ex) -> Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.RETRY_LATER));
		Assertions.assertThat(this.limits.within("fabrikam", call(), () -> "through")).isEqualTo("through");
		leave.countDown();
		slow.join();
		Assertions.assertThat(this.limits.within("contoso", call(), () -> "through")).isEqualTo("through");
	}

	@Test
	void nothingIsKeptOfAnOrganisationWithoutCalls() {
		Assertions.assertThatIllegalStateException().isThrownBy(() -> this.limits.within("contoso", call(), () -> {
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
