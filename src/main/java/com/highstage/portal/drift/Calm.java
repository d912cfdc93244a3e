package com.highstage.portal.drift;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.onboarding.Standings.Standing;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;

/**
 * Since when a connection is left alone: what differs earlier may be a change that is
 * under way.
 */
@Component
class Calm {

	private final Standings standings;

	private final Connections connections;

	private final OnboardingProperties properties;

	Calm(Standings standings, Connections connections, OnboardingProperties properties) {
		this.standings = standings;
		this.connections = connections;
		this.properties = properties;
	}

	/**
	 * Since when nobody has changed anything.
	 * @param connection the connection
	 * @return empty if it was not finished yet, is at work, or is being removed
	 */
	Optional<Instant> since(Connection connection) {
		PassedCheck finished = connection.checked();
		Standing standing = this.standings.of(connection.tenant());
		if (finished == null || this.connections.isEnded(connection.id()) || isAtWork(standing)) {
			return Optional.empty();
		}
		return Stream
			.concat(Stream.of(finished.at()),
					standing.steps()
						.stream()
						.filter((report) -> report.state().isDone())
						.flatMap((report) -> Stream.ofNullable(report.lookedUpAt())))
			.max(Instant::compareTo)
			.map((last) -> last.plus(this.properties.settle()));
	}

	// A journey that waits for somebody, perhaps for weeks, hides nothing.
	private static boolean isAtWork(Standing standing) {
		return standing.isActive() && standing.steps().stream().map(Report::state).anyMatch(Calm::isAtWork);
	}

	private static boolean isAtWork(StepState state) {
		return state instanceof StepState.Running || state instanceof StepState.WaitingForMicrosoft;
	}

}
