package com.highstage.portal.mailbox;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.exchange.ExchangeProperties;

/**
 * The threads that look things up while somebody waits for a page: few for one page, and
 * bounded for all.
 */
@Component
class PageThreads implements DisposableBean {

	private static final int MOST = 24;

	private static final int LONGEST_QUEUE = 100;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(MOST, MOST, 30, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(LONGEST_QUEUE));

	private final int atOnce;

	PageThreads(ExchangeProperties exchange) {
		this.atOnce = exchange.atOnce();
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Works through items until all are done, one throws, or the time is over.
	 * @param <T> what is worked on
	 * @param items the items
	 * @param limit how long somebody waits
	 * @param work what is done with each; may end after the limit
	 */
	<T> void each(Collection<T> items, Duration limit, Consumer<T> work) {
		WorkQueue<T> queue = new WorkQueue<>(items, work);
		try {
			queue.start(this.threads, this.atOnce);
			queue.await(limit);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RejectedExecutionException ex) {
			// Too many pages at once: this one shows what is known.
		}
		queue.stop();
		queue.rethrow();
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

}
