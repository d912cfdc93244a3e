package com.highstage.portal.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does one thing while the transaction of another is about to be committed: neither of
 * them sees the other, unless the second waits for the first.
 */
public final class Meanwhile {

	private static final Executor THREADS = (task) -> Thread.ofPlatform().start(task);

	private final CountDownLatch held = new CountDownLatch(1);

	private final CountDownLatch free = new CountDownLatch(1);

	private Meanwhile() {
	}

	/**
	 * Does the two.
	 * @param transaction the first one's transaction
	 * @param first what is held right before it is committed
	 * @param second what is done then
	 * @throws InterruptedException if the test is given up
	 */
	public static void of(TransactionTemplate transaction, Runnable first, Runnable second)
			throws InterruptedException {
		new Meanwhile().run(transaction, first, second);
	}

	/**
	 * Does the two, the second in a transaction of its own as well.
	 * @param transaction the transactions
	 * @param first what is held right before it is committed
	 * @param second what is done then
	 * @throws InterruptedException if the test is given up
	 */
	public static void both(TransactionTemplate transaction, Runnable first, Runnable second)
			throws InterruptedException {
		of(transaction, first, () -> transaction.executeWithoutResult((status) -> second.run()));
	}

	private void run(TransactionTemplate transaction, Runnable first, Runnable second) throws InterruptedException {
		CompletableFuture<Void> one = CompletableFuture.runAsync(() -> transaction.executeWithoutResult((status) -> {
			first.run();
			hold();
		}), THREADS);
		one.whenComplete((done, failed) -> this.held.countDown());
		assertThat(this.held.await(60, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Void> other = CompletableFuture.runAsync(second, THREADS);
		// until it is done or waits for the first
		other.copy().completeOnTimeout(null, 1, TimeUnit.SECONDS).handle((done, failed) -> done).join();
		this.free.countDown();
		one.join();
		other.join();
	}

	private void hold() {
		this.held.countDown();
		try {
			assertThat(this.free.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
