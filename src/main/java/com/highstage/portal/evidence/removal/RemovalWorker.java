package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.LeaseLostException;

/**
 * Works on one removal: takes the lease, does one part after the other until all are
 * settled or something has to be waited for, and gives the lease back.
 */
@Component
class RemovalWorker {

	private static final Logger logger = LoggerFactory.getLogger(RemovalWorker.class);

	private static final Duration BUSY = Duration.ofMillis(500);

	private static final Duration IN_THE_WAY = Duration.ofSeconds(1);

	private final Map<Part, PartWork> works = new EnumMap<>(Part.class);

	private final RemovalRuns runs;

	private final Calls calls;

	private final Setbacks setbacks;

	private final RemovalEnd end;

	private final Clock clock;

	RemovalWorker(List<PartWork> works, RemovalRuns runs, Calls calls, Setbacks setbacks, RemovalEnd end, Clock clock) {
		works.forEach((work) -> this.works.put(work.part(), work));
		this.runs = runs;
		this.calls = calls;
		this.setbacks = setbacks;
		this.end = end;
		this.clock = clock;
	}

	/**
	 * Works as far as it gets.
	 * @param id the removal
	 * @return when to come back although this work is over, because somebody else is at
	 * it
	 */
	Optional<Instant> work(UUID id) {
		Optional<RemovalRun> begun = this.runs.begin(id);
		if (begun.isEmpty()) {
			return this.runs.isUnderWay(id) ? Optional.of(this.clock.instant().plus(BUSY)) : Optional.empty();
		}
		try {
			work(begun.get());
		}
		catch (LeaseLostException ex) {
			logger.info("{}", ex.getMessage());
		}
		catch (TransientDataAccessException ex) {
			// what was done stands in the rows, as after a kill
			logger.warn("Something was in the way of removal {}, which goes on soon: {}", id, ex.getMessage());
			this.runs.pause(begun.get(), this.clock.instant().plus(IN_THE_WAY));
		}
		return Optional.empty();
	}

	private void work(RemovalRun run) {
		Optional<Instant> quiet = this.calls.underWay(run.connection().id());
		if (quiet.isPresent()) {
			this.runs.pause(run, quiet.get());
			return;
		}
		Map<Part, PartRecord> records = this.runs.parts(run);
		for (Part part : run.removal().parts()) {
			PartRecord before = Objects.requireNonNull(records.get(part));
			if (before.state().isSettled()) {
				continue;
			}
			PartRecord after = advance(run, before);
			boolean current = after != null && this.runs.save(run, after);
			if (after == null || !current || !after.state().isSettled()) {
				this.runs.pause(run, (after != null && current) ? after.nextLook() : null);
				return;
			}
		}
		this.end.of(run);
	}

	/**
	 * Does one part.
	 * @param run the run
	 * @param before what was known of the part
	 * @return where it stands, or null if a person asked for something meanwhile
	 */
	private @Nullable PartRecord advance(RemovalRun run, PartRecord before) {
		if (before.part().needs() == Ability.CONSENT && run.directory() == null) {
			return before.forPerson(null, this.clock.instant());
		}
		if (!this.runs.save(run, before.running())) {
			return null;
		}
		try {
			return Objects.requireNonNull(this.works.get(before.part())).advance(run, before);
		}
		catch (LeaseLostException | TransientDataAccessException ex) {
			throw ex;
		}
		catch (MicrosoftException ex) {
			return this.setbacks.of(before, ex);
		}
		catch (RuntimeException ex) {
			return this.setbacks.defect(before, ex);
		}
	}

}
