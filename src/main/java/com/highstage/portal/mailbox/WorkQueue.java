package com.highstage.portal.mailbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.site.SameReference;

/**
 * Works through a list, several items at a time; the first exception stops what has not
 * begun, and what runs ends.
 *
 * @param <T> what the list holds
 */
final class WorkQueue<T> {

	private final Queue<T> waiting;

	private final int size;

	private final Consumer<T> work;

	private final CountDownLatch left;

	private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

	private volatile boolean stopped;

	WorkQueue(Collection<T> items, Consumer<T> work) {
		this.waiting = new ConcurrentLinkedQueue<>(items);
		this.size = items.size();
		this.work = work;
		this.left = new CountDownLatch(this.size);
	}

	/**
	 * Works until nothing is left, and throws what stopped it.
	 * @param atOnce how many items at a time
	 */
	void run(int atOnce) {
		if (this.size == 0) {
			return;
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, this.size))) {
			start(threads, atOnce);
		}
		rethrow();
	}

	/**
	 * Lets somebody else's threads work.
	 * @param threads whose
	 * @param atOnce how many items at a time
	 */
	void start(Executor threads, int atOnce) {
		for (int i = 0; i < Math.min(atOnce, this.size); i++) {
			SameReference.in(threads).execute(this::workThrough);
		}
	}

	/**
	 * Waits until every item was worked on, or one threw.
	 * @param limit how long at most
	 * @throws InterruptedException if the thread is to end
	 */
	void await(Duration limit) throws InterruptedException {
		this.left.await(limit.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Begins nothing more.
	 */
	void stop() {
		this.stopped = true;
	}

	/**
	 * Throws what stopped the work, if something did.
	 */
	void rethrow() {
		RuntimeException thrown = this.failure.get();
		if (thrown != null) {
			throw thrown;
		}
	}

	private void workThrough() {
		T next = this.waiting.poll();
		while (next != null && !this.stopped && !Thread.currentThread().isInterrupted()) {
			try {
				this.work.accept(next);
				this.left.countDown();
			}
			catch (RuntimeException ex) {
				this.failure.compareAndSet(null, ex);
				stop();
				release();
			}
			next = this.waiting.poll();
		}
	}

	private void release() {
		while (this.left.getCount() > 0) {
			this.left.countDown();
		}
	}

}
