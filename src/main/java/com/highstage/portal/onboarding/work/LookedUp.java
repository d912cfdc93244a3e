package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MicrosoftException;

/**
 * The result of a look-up, or why there is none.
 *
 * @param value what was found; null if the look-up failed
 * @param failure why it failed; null if it did not
 * @param <T> what is looked up
 */
record LookedUp<T>(@Nullable T value, @Nullable Explanation failure) {

	static <T> LookedUp<T> within(CompletableFuture<T> lookUp, Duration limit) {
		try {
			return new LookedUp<>(lookUp.get(limit.toMillis(), TimeUnit.MILLISECONDS), null);
		}
		catch (TimeoutException ex) {
			return failed(Words.own(Words.LATE, ""));
		}
		catch (ExecutionException ex) {
			return failed((ex.getCause() instanceof MicrosoftException refused) ? Words.of(refused) : Words.defect());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return failed(Words.own(Words.LATE, ""));
		}
	}

	private static <T> LookedUp<T> failed(Explanation why) {
		return new LookedUp<>(null, why);
	}

}
