package com.highstage.portal.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.exchange.MailAccess;
import com.highstage.portal.simulator.exchange.Protocol;
import com.highstage.portal.simulator.exchange.Verdict;
import com.highstage.portal.simulator.mail.Desk;
import com.highstage.portal.simulator.mail.Outcome;
import com.highstage.portal.simulator.model.World;

/**
 * The gate that calls to the mail servers pass.
 */
final class MailDesk implements Desk {

	private final World world;

	private final MailAccess access;

	private final Faults faults;

	private final Journal journal;

	MailDesk(World world, MailAccess access, Faults faults, Journal journal) {
		this.world = world;
		this.access = access;
		this.faults = faults;
		this.journal = journal;
	}

	@Override
	public Outcome logIn(Protocol protocol, String user, String token) {
		Instant at = this.world.now();
		Gate.pause(this.world);
		Optional<Fault> fault = this.faults.next(call(protocol), url(protocol));
		Verdict verdict = this.access.logIn(protocol, user, token);
		Outcome outcome = fault.map((one) -> failure(one.kind())).orElse(new Outcome.Decided(verdict));
		ObjectNode request = JsonMapper.shared().createObjectNode();
		request.put("user", user).put("token", Redaction.sha256(token));
		ObjectNode response = JsonMapper.shared().createObjectNode();
		if (outcome instanceof Outcome.Decided decided) {
			response.put("verdict", decided.verdict().name());
		}
		this.journal.add(new Journal.Entry(at, call(protocol), user, verb(protocol), url(protocol),
				status(protocol, outcome), request, response, false, fault.map(Fault::kind).orElse(null)));
		return outcome;
	}

	private Outcome failure(String kind) {
		Duration timeout = Duration.ofMillis(this.world.settings().timeoutMillis());
		return switch (kind) {
			case "401", "403" -> new Outcome.Decided(Verdict.REFUSED);
			case "timeout" -> new Outcome.Broken(Outcome.Breakage.SILENCE, timeout);
			case "reset" -> new Outcome.Broken(Outcome.Breakage.RESET, timeout);
			case "garbage" -> new Outcome.Broken(Outcome.Breakage.GARBAGE, timeout);
			case "empty" -> new Outcome.Broken(Outcome.Breakage.EMPTY, timeout);
			default -> new Outcome.Broken(Outcome.Breakage.UNAVAILABLE, timeout);
		};
	}

	/**
	 * IMAP says OK even where the mailbox stays closed.
	 */
	private static int status(Protocol protocol, Outcome outcome) {
		return switch (outcome) {
			case Outcome.Decided(Verdict verdict) -> switch (verdict) {
				case AUTHENTICATED -> 200;
				case NOT_CONNECTED -> (protocol == Protocol.IMAP) ? 200 : 401;
				case REFUSED, SMTP_AUTH_DISABLED -> 401;
			};
			case Outcome.Broken(Outcome.Breakage how, Duration ignored) ->
				(how == Outcome.Breakage.UNAVAILABLE) ? 503 : 0;
		};
	}

	@Override
	public void refused(Protocol protocol, String user, String why) {
		ObjectNode response = JsonMapper.shared().createObjectNode().put("reason", why);
		this.journal.add(new Journal.Entry(this.world.now(), call(protocol), user.isEmpty() ? "anonymous" : user,
				verb(protocol), url(protocol), 401, null, response, false, null));
	}

	@Override
	public void used(Protocol protocol, String user, String command, boolean write) {
		this.journal.add(new Journal.Entry(this.world.now(), protocol + " " + command, user, command, url(protocol),
				200, null, null, write, null));
	}

	@Override
	public Duration patience() {
		return Duration.ofMillis(this.world.settings().mailPatienceMillis());
	}

	private static String call(Protocol protocol) {
		return protocol + " " + verb(protocol);
	}

	private static String verb(Protocol protocol) {
		return (protocol == Protocol.IMAP) ? "AUTHENTICATE" : "AUTH";
	}

	private static String url(Protocol protocol) {
		return switch (protocol) {
			case IMAP -> "imaps://outlook.office365.com:993";
			case POP -> "pop3s://outlook.office365.com:995";
			case SMTP -> "smtp://smtp.office365.com:587";
		};
	}

}
