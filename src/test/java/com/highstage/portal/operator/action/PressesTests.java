package com.highstage.portal.operator.action;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.onboarding.work.JourneyTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What operators press while others are in the way.
 */
@JourneyTest
class PressesTests {

	@Autowired
	private Presses presses;

	@Autowired
	private JdbcClient jdbc;

	private final Queue<Object> results = new ConcurrentLinkedQueue<>();

	@Test
	void whoCrossesOnesWayIsDoneAnew() throws InterruptedException {
		UUID left = pressed();
		UUID right = pressed();
		CountDownLatch both = new CountDownLatch(2);
		Thread one = press(both, left, right);
		Thread other = press(both, right, left);
		one.join();
		other.join();
		assertThat(this.results).containsExactly("done", "done");
	}

	@Test
	void whoIsOvertakenThreeTimesIsDoneAnew() {
		AtomicInteger tries = new AtomicInteger();
		UUID press = UUID.randomUUID();
		assertThat(this.presses.once(press, () -> {
			switch (tries.incrementAndGet()) {
				case 1 -> throw new CannotAcquireLockException("in the way");
				case 2 -> throw new DuplicateKeyException("faster");
				case 3 -> throw new QueryTimeoutException("in the way for too long");
				default -> {
					return "done";
				}
			}
		})).contains("done");
		assertThat(this.presses.once(press, () -> "again")).isEmpty();
	}

	@Test
	void whatFailsForGoodMayBePressedAgain() {
		AtomicInteger tries = new AtomicInteger();
		UUID press = UUID.randomUUID();
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.presses.once(press, () -> {
			tries.incrementAndGet();
			throw new DuplicateKeyException("there for good");
		})).withMessage("there for good");
		assertThat(tries).hasValue(5);
		assertThat(this.presses.once(press, () -> "done")).contains("done");
	}

	private UUID pressed() {
		UUID press = UUID.randomUUID();
		this.presses.once(press, () -> "");
		return press;
	}

	private Thread press(CountDownLatch both, UUID first, UUID second) {
		Consumer<UUID> lock = (press) -> this.jdbc
			.sql("update operator_press set pressed_at = pressed_at where press_id = :press")
			.param("press", press)
			.update();
		return Thread.ofPlatform().start(() -> {
			try {
				this.results.add(this.presses.once(UUID.randomUUID(), () -> {
					lock.accept(first);
					meet(both);
					lock.accept(second);
					return "done";
				}).orElseThrow());
			}
			catch (RuntimeException ex) {
				this.results.add(ex);
			}
		});
	}

	private static void meet(CountDownLatch both) {
		both.countDown();
		try {
			assertThat(both.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
