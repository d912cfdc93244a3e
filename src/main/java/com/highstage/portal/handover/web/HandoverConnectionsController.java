package com.highstage.portal.handover.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import com.highstage.portal.handover.feed.ShownConnection;
import com.highstage.portal.handover.feed.ShownConnections;
import com.highstage.portal.handover.intake.Intake;
import com.highstage.portal.handover.intake.Written.Acknowledgement;
import com.highstage.portal.handover.intake.Written.Report;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.TenantId;

@RestController
@RequestMapping(path = "/api/v1/connections", produces = MediaType.APPLICATION_JSON_VALUE)
class HandoverConnectionsController {

	private static final int MOST = 200;

	private final ShownConnections shown;

	private final Intake intake;

	private final Clock clock;

	HandoverConnectionsController(ShownConnections shown, Intake intake, Clock clock) {
		this.shown = shown;
		this.intake = intake;
		this.clock = clock;
	}

	@GetMapping
	Shown.Page changed(@RequestParam(defaultValue = "0") String after, @RequestParam(defaultValue = "50") String limit,
			@RequestParam(required = false) @Nullable String tenant) {
		long known = number("after", after, Long.MAX_VALUE);
		int most = (int) number("limit", limit, MOST);
		if (most == 0) {
			throw ProblemException.parameter("limit", "a number from 1 to " + MOST);
		}
		TenantId only = (tenant != null) ? tenant(tenant) : null;
		List<ShownConnection> found = this.shown.after(known, most, only);
		if (found.isEmpty() && known > this.shown.lastChange()) {
			throw ProblemException.ahead();
		}
		long change = found.isEmpty() ? known : found.getLast().change();
		return new Shown.Page(found.stream().map(Shown.Connection::of).toList(), change, found.size() == most);
	}

	@GetMapping("/{connectionId}")
	Shown.Connection one(@PathVariable String connectionId) {
		return this.shown.find(connection(connectionId))
			.map(Shown.Connection::of)
			.orElseThrow(ProblemException::unknown);
	}

	@PutMapping(path = "/{connectionId}/acknowledgement", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void acknowledge(@PathVariable String connectionId, @RequestBody AcknowledgementBody body) {
		if (body.sequence() == null || body.sequence() < 1) {
			throw ProblemException.parameter("sequence", "a number from 1 on");
		}
		Answers.check(this.intake
			.acknowledge(new Acknowledgement(connection(connectionId), body.sequence(), this.clock.instant())));
	}

	@PutMapping(path = "/{connectionId}/report", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void report(@PathVariable String connectionId, @RequestBody ReportBody body) {
		String address = (body.address() != null) ? address(body.address()) : "";
		Instant login = (body.lastLoginAt() != null) ? time("last_login_at", body.lastLoginAt()) : null;
		// the one character that PostgreSQL does not keep
		String error = (body.lastError() != null) ? body.lastError().replace('\0', ' ') : null;
		Answers.check(
				this.intake.report(new Report(connection(connectionId), address, login, error, this.clock.instant())));
	}

	private static String address(String text) {
		return text.isBlank() ? ""
				: MailboxAddress.parse(text)
					.orElseThrow(() -> ProblemException.parameter("address", "the address of a mailbox"))
					.value();
	}

	private static ConnectionId connection(String text) {
		UUID id = Answers.uuid(text);
		if (id == null) {
			throw ProblemException.unknown();
		}
		return new ConnectionId(id);
	}

	private static TenantId tenant(String text) {
		try {
			return TenantId.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.parameter("tenant", "the id of a Microsoft organisation");
		}
	}

	private static long number(String name, String text, long most) {
		try {
			long number = Long.parseLong(text);
			if (number >= 0 && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// said below
		}
		throw ProblemException.parameter(name, "a number from 0 to " + most);
	}

	private static Instant time(String name, String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw ProblemException.parameter(name, "a time as RFC 3339 writes it");
		}
	}

	/**
	 * Highstage uses a credential.
	 *
	 * @param sequence which
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record AcknowledgementBody(@Nullable Long sequence) {

	}

	/**
	 * How Highstage fares.
	 *
	 * @param address the mailbox; null for the whole connection
	 * @param lastLoginAt when it logged in last
	 * @param lastError what failed since
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record ReportBody(@Nullable String address, @Nullable String lastLoginAt, @Nullable String lastError) {

	}

}
