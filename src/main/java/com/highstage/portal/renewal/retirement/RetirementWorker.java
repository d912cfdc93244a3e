package com.highstage.portal.renewal.retirement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Resource;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.Registrar;
import com.highstage.portal.registration.Superseded;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Removes one connection's former secrets, as soon as they may go and while somebody is
 * signed in who may remove them.
 */
@Component
class RetirementWorker {

	private static final Logger logger = LoggerFactory.getLogger(RetirementWorker.class);

	private static final String STEP = "RENEWAL";

	private static final Duration BUSY = Duration.ofMillis(500);

	private static final Duration FIRST = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int LAST_DOUBLING = 10;

	private final RetirementRuns runs;

	private final Connections connections;

	private final Superseded superseded;

	private final Registrar registrar;

	private final DelegatedTokens tokens;

	private final Clock clock;

	RetirementWorker(RetirementRuns runs, Connections connections, Superseded superseded, Registrar registrar,
			DelegatedTokens tokens, Clock clock) {
		this.runs = runs;
		this.connections = connections;
		this.superseded = superseded;
		this.registrar = registrar;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Removes what may go.
	 * @param connection whose secrets
	 * @return when to come back although this work is over, because somebody else is at
	 * it
	 */
	Optional<Instant> work(ConnectionId connection) {
		Optional<RetirementRuns.Run> begun = this.runs.begin(connection);
		if (begun.isEmpty()) {
			return this.runs.isKnown(connection) ? Optional.of(this.clock.instant().plus(BUSY)) : Optional.empty();
		}
		try {
			work(begun.get());
		}
		catch (LeaseLostException ex) {
			logger.info("{}", ex.getMessage());
		}
		catch (TransientDataAccessException ex) {
			// what was done stands in the rows, as after a kill
			logger.warn("Something was in the way at {}, whose former secrets are looked at again soon: {}", connection,
					ex.getMessage());
			Retirement retirement = begun.get().retirement();
			this.runs.end(begun.get(), retirement.tries() + 1, retirement.explanation(), later(retirement, null));
		}
		return Optional.empty();
	}

	private void work(RetirementRuns.Run run) {
		Retirement retirement = run.retirement();
		if (!isDue(retirement)) {
			this.runs.end(run, 0, null, null);
			return;
		}
		try {
			remove(run);
			boolean left = isDue(retirement);
			this.runs.end(run, left ? retirement.tries() + 1 : 0, null, left ? later(retirement, null) : null);
		}
		catch (MicrosoftException ex) {
			logger.info("former secrets of {} were not removed: {}", retirement.connection(), ex.getMessage());
			setBack(run, ex.failure());
		}
	}

	private boolean isDue(Retirement retirement) {
		return !this.connections.isEnded(retirement.connection())
				&& !this.superseded.of(retirement.connection()).due().isEmpty()
				&& this.tokens.find(retirement.signIn(), Resource.GRAPH_APPLICATIONS).isPresent();
	}

	private void remove(RetirementRuns.Run run) {
		Retirement retirement = run.retirement();
		Connection connection = this.connections.get(retirement.connection());
		Work work = new Work(connection.id(), connection.id().value(), STEP, retirement.delegation(),
				retirement.actor(), run.lease());
		this.registrar.find(retirement.delegation(), connection)
			.ifPresent((application) -> this.superseded.remove(work, application));
	}

	private void setBack(RetirementRuns.Run run, Failure failure) {
		Retirement retirement = run.retirement();
		Explanation why = Explanations.of(failure);
		@Nullable Instant next = switch (failure.kind()) {
			case RETRY_LATER, UNKNOWN, NOT_FOUND -> later(retirement, failure.retryAfter());
			case SIGN_IN_AGAIN, TELL_ADMIN, BUG -> null;
		};
		this.runs.end(run, retirement.tries() + 1, why, next);
	}

	// Twice as long each time, and never earlier than Microsoft asked.
	private Instant later(Retirement retirement, @Nullable Duration askedFor) {
		Duration doubled = FIRST.multipliedBy(1L << Math.min(retirement.tries(), LAST_DOUBLING));
		Duration wait = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		boolean longer = askedFor != null && askedFor.compareTo(wait) > 0;
		return this.clock.instant().plus(longer ? Objects.requireNonNull(askedFor) : wait);
	}

}
