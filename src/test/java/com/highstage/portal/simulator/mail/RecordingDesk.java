package com.highstage.portal.simulator.mail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.highstage.portal.simulator.exchange.Protocol;
import com.highstage.portal.simulator.exchange.Verdict;

/**
 * A desk at which the token says what becomes of it.
 */
class RecordingDesk implements Desk {

	final List<String> notes = new CopyOnWriteArrayList<>();

	private final Duration patience;

	RecordingDesk(Duration patience) {
		this.patience = patience;
	}

	@Override
	public Outcome logIn(Protocol protocol, String user, String token) {
		this.notes.add(protocol + " login " + user);
		return switch (token) {
			case "good" -> new Outcome.Decided(Verdict.AUTHENTICATED);
			case "closed" -> new Outcome.Decided(Verdict.NOT_CONNECTED);
			case "off" -> new Outcome.Decided(Verdict.SMTP_AUTH_DISABLED);
			case "SILENCE", "RESET", "GARBAGE", "EMPTY", "UNAVAILABLE" ->
				new Outcome.Broken(Outcome.Breakage.valueOf(token), Duration.ofMillis(200));
			default -> new Outcome.Decided(Verdict.REFUSED);
		};
	}

	@Override
	public void refused(Protocol protocol, String user, String why) {
		this.notes.add(protocol + " refused " + user + " " + why);
	}

	@Override
	public void used(Protocol protocol, String user, String command, boolean write) {
		this.notes.add(protocol + " " + command + (write ? " writes" : " reads"));
	}

	@Override
	public Duration patience() {
		return this.patience;
	}

}
