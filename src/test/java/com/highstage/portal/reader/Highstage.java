package com.highstage.portal.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Stands for Highstage: a program of its own that knows the portal's interface, its own
 * private key and Microsoft, and nothing else. It follows the connections of its
 * customers, by HTTP or by SQL, tries what it holds over and over, and says in a line
 * each what it has learnt ({@code USES}, {@code ENDED}) and what must never be
 * ({@code WRONG}). The end of its input ends it, after a last look.
 */
public final class Highstage {

	private static final int TRIED_AT_ONCE = 3;

	private final Map<String, Held> held = new LinkedHashMap<>();

	private final Microsoft microsoft;

	private final Feed feed;

	private final Path key;

	private final String issuer;

	private final Set<String> customers;

	private @Nullable Seals seals;

	private long change;

	private int next;

	private Highstage(Microsoft microsoft, Feed feed, Path key, String issuer, Set<String> customers) {
		this.microsoft = microsoft;
		this.feed = feed;
		this.key = key;
		this.issuer = issuer;
		this.customers = customers;
	}

	/**
	 * Runs the program. Not public, so that the tests have one main class, the one that
	 * spring-boot:test-run starts.
	 * @param arguments Microsoft's address for sign-in, its port for IMAP, the file with
	 * the private key, the portal's address, that of its database or nothing, and the
	 * customers' organisations
	 * @throws IOException if the key or the input cannot be read
	 * @throws InterruptedException never
	 */
	static void main(String[] arguments) throws IOException, InterruptedException {
		Microsoft microsoft = new Microsoft(arguments[0], Integer.parseInt(arguments[1]));
		Feed feed = arguments[4].isEmpty() ? new HttpFeed(arguments[3], microsoft) : new SqlFeed(arguments[4]);
		Highstage highstage = new Highstage(microsoft, feed, Path.of(arguments[2]), arguments[3],
				Set.of(arguments[5].split(",")));
		while (System.in.available() == 0) {
			try {
				highstage.follow();
				highstage.tryTheNext();
			}
			catch (IOException ex) {
				say("AWAY", ex.getClass().getSimpleName());
			}
			Thread.sleep(100);
		}
		highstage.follow();
		highstage.held.values().forEach(highstage::check);
		highstage.held.values().forEach((one) -> say("HOLDS", one.tenant() + " " + one.sequence() + " " + one.keyId()));
		say("END", "");
	}

	private void follow() throws IOException {
		Feed.Page page;
		do {
			page = this.feed.after(this.change);
			for (JsonNode row : page.rows()) {
				if (this.customers.contains(row.path("tenant_id").asString())) {
					take(row);
				}
			}
			this.change = page.change();
		}
		while (page.more());
		for (Held one : this.held.values()) {
			if (one.isNews() && this.feed.acknowledge(one.connection(), one.sequence())) {
				one.acknowledged();
				say("USES", one.tenant() + " " + one.sequence() + " " + one.keyId());
			}
		}
	}

	private void take(JsonNode row) throws IOException {
		Held one = this.held.computeIfAbsent(row.path("connection_id").asString(), Held::new);
		if (row.path("status").asString().equals("ended")) {
			if (!row.path("sealed_credential").isNull()) {
				say("WRONG", one + " has ended and shows a credential");
			}
			if (one.end()) {
				say("ENDED", one.tenant());
			}
			return;
		}
		try {
			if (one.take(row, seals().open(row, one.sequence())) && !logsIn(one, one.values().getFirst())) {
				say("WRONG", one + " is offered a secret that does not log in");
			}
		}
		catch (TornRowException ex) {
			say("WRONG", one + ": " + ex.getMessage());
		}
	}

	private Seals seals() throws IOException {
		if (this.seals == null) {
			this.seals = Seals.with(this.key, this.feed.signingKeys(), this.issuer);
		}
		return this.seals;
	}

	private void tryTheNext() throws IOException {
		List<Held> all = new ArrayList<>(this.held.values());
		for (int tried = 0; tried < Math.min(TRIED_AT_ONCE, all.size()); tried++) {
			Held one = all.get(this.next++ % all.size());
			if (!one.hasEnded() && one.values().stream().noneMatch((value) -> logsIn(one, value))) {
				// its end may have been said since
				take(this.feed.one(one.connection()));
				check(one);
			}
		}
	}

	private void check(Held one) {
		if (!one.hasEnded() && one.values().stream().noneMatch((value) -> logsIn(one, value))) {
			say("WRONG", one + " is left without a secret that logs in");
		}
	}

	private boolean logsIn(Held one, String secret) {
		return this.microsoft.logsIn(one.tenant(), one.client(), secret, one.mailbox());
	}

	static void say(String what, String of) {
		System.out.println(what + " " + of);
	}

}
