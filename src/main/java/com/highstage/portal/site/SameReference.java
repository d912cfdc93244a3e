package com.highstage.portal.site;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Lets other threads log under the reference of the request or run that they work for.
 */
public final class SameReference {

	private SameReference() {
	}

	/**
	 * Threads that work for whoever asks now.
	 * @param threads the threads
	 * @return the same threads, for tasks of this request or run
	 */
	public static Executor in(Executor threads) {
		Map<String, String> context = MDC.getCopyOfContextMap();
		return (task) -> threads.execute(() -> {
			Map<String, String> own = MDC.getCopyOfContextMap();
			set(context);
			try {
				task.run();
			}
			finally {
				set(own);
			}
		});
	}

	/**
	 * A task that works for whoever asks now.
	 * @param <T> what comes of it
	 * @param task the task
	 * @return the task, for any thread
	 */
	public static <T> Callable<T> of(Callable<T> task) {
		Map<String, String> context = MDC.getCopyOfContextMap();
		return () -> {
			Map<String, String> own = MDC.getCopyOfContextMap();
			set(context);
			try {
				return task.call();
			}
			finally {
				set(own);
			}
		};
	}

	private static void set(@Nullable Map<String, String> context) {
		if (context != null) {
			MDC.setContextMap(context);
		}
		else {
			MDC.clear();
		}
	}

}
