package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.highstage.portal.registration.Attempt;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Calls to Microsoft that were under way when a removal took over: what they do is
 * awaited, so that nothing appears behind the removal's back.
 */
@Component
class Calls {

	private final Attempts attempts;

	private final RemovalProperties properties;

	private final Clock clock;

	Calls(Attempts attempts, RemovalProperties properties, Clock clock) {
		this.attempts = attempts;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Until when a call may be under way.
	 * @param connection the connection
	 * @return empty if none is
	 */
	Optional<Instant> underWay(ConnectionId connection) {
		return this.attempts.unknown(connection)
			.stream()
			.map(Attempt::startedAt)
			.map((at) -> at.plus(this.properties.quiet()))
			.filter((end) -> end.isAfter(this.clock.instant()))
			.max(Instant::compareTo);
	}

}
