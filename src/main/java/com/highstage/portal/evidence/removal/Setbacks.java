package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;

/**
 * What a failed call means for its part: look again later, ask somebody to sign in, or
 * say why.
 */
@Component
class Setbacks {

	private static final Logger logger = LoggerFactory.getLogger(Setbacks.class);

	private final RemovalProperties properties;

	private final Clock clock;

	Setbacks(RemovalProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	PartRecord of(PartRecord before, MicrosoftException ex) {
		Failure failure = ex.failure();
		Instant now = this.clock.instant();
		Explanation why = Explanations.of(failure);
		logger.info("{}: {}", before.part(), ex.getMessage());
		return switch (failure.kind()) {
			case RETRY_LATER, UNKNOWN, NOT_FOUND -> later(before, failure, why, now);
			case SIGN_IN_AGAIN -> before.forPerson(why, now);
			case TELL_ADMIN, BUG -> before.failed(why, now);
		};
	}

	PartRecord defect(PartRecord before, RuntimeException ex) {
		Explanation why = new Explanation("defect", "", UUID.randomUUID().toString());
		logger.error("{} failed [{}]", before.part(), why.reference(), ex);
		return before.failed(why, this.clock.instant());
	}

	private PartRecord later(PartRecord before, Failure failure, Explanation why, Instant now) {
		Duration patience = this.properties.patience();
		return before.waitingSince(now).plus(patience).isAfter(now)
				? before.later(Waits.next(now, before, failure.retryAfter()), why, now) : before.failed(why, now);
	}

}
