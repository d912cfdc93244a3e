package com.highstage.portal.operator.invite;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.customer.ExpectedOrganisations;
import com.highstage.portal.invitation.customer.ExpectedOrganisations.Answer;
import com.highstage.portal.site.SameReference;

/**
 * Asks Microsoft for many domains while somebody waits: each once, few at a time, and
 * what takes too long not at all.
 */
@Component
class DomainLookUps implements DisposableBean {

	/** The most domains that one list is asked for at once; others are asked later. */
	static final int MOST = 500;

	private static final int AT_ONCE = 8;

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE,
			Thread.ofPlatform().daemon().name("domains-", 1).factory());

	private final ExpectedOrganisations organisations;

	DomainLookUps(ExpectedOrganisations organisations) {
		this.organisations = organisations;
	}

	/**
	 * Asks.
	 * @param domains the domains
	 * @return what was found, by domain; those that there was no time for are missing
	 */
	Map<String, Answer> find(Collection<String> domains) {
		List<String> asked = domains.stream().distinct().limit(MOST).toList();
		Map<String, Answer> answers = new HashMap<>();
		try {
			List<Future<Answer>> futures = this.threads.invokeAll(
					asked.stream().map((domain) -> SameReference.of(() -> find(domain))).toList(), LIMIT.toMillis(),
					TimeUnit.MILLISECONDS);
			for (int i = 0; i < asked.size(); i++) {
				put(answers, asked.get(i), futures.get(i));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return answers;
	}

	Answer find(String domain) {
		return this.organisations.find(domain);
	}

	private static void put(Map<String, Answer> answers, String domain, Future<Answer> future)
			throws InterruptedException {
		try {
			answers.put(domain, future.get());
		}
		catch (CancellationException ex) {
			// There was no time: it is asked again before the customer is invited.
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("a domain could not be looked up", ex);
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

}
