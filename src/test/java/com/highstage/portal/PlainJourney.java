package com.highstage.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import static org.awaitility.Awaitility.await;

/**
 * One administrator's way from the first page to the done page with each page's defaults,
 * in a browser without JavaScript.
 */
public final class PlainJourney {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Clock clock = Clock.systemUTC();

	private final Surfer surfer;

	private final Consumer<Surfer> looking;

	private Instant begun = Instant.EPOCH;

	private Instant planned = Instant.EPOCH;

	private Instant ended = Instant.EPOCH;

	public PlainJourney(URI portal) {
		this(portal, (surfer) -> {
		});
	}

	/**
	 * A journey that is watched.
	 * @param portal where the portal is
	 * @param looking is shown each page
	 */
	public PlainJourney(URI portal, Consumer<Surfer> looking) {
		this(new Surfer(portal), looking);
	}

	/**
	 * A journey in a browser of one's own.
	 * @param surfer the browser
	 * @param looking is shown each page
	 */
	public PlainJourney(Surfer surfer, Consumer<Surfer> looking) {
		this.surfer = surfer;
		this.looking = looking;
	}

	/**
	 * Travels until the done page.
	 * @param account the administrator's address
	 * @return this
	 */
	public PlainJourney travel(String account) {
		return travel(account, Addresses.of(account));
	}

	/**
	 * Travels until the done page.
	 * @param account the administrator's address
	 * @param mailboxes what is typed as the mailboxes
	 * @return this
	 */
	public PlainJourney travel(String account, String mailboxes) {
		this.begun = this.clock.instant();
		look(this.surfer.open("/"));
		look(Press.primary(this.surfer));
		look(this.surfer.choose(account));
		while (!isAt("/onboarding/done")) {
			if (this.clock.instant().isAfter(this.begun.plus(PATIENCE))) {
				throw new IllegalStateException(this.surfer.path() + "\n" + this.surfer.body());
			}
			look(goOn(account, mailboxes));
		}
		this.ended = this.clock.instant();
		return this;
	}

	private Surfer goOn(String account, String mailboxes) {
		if (isAt("/onboarding/progress") && !this.surfer.body().contains("id=\"continue\"")) {
			await("news").atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(50))
				.until(() -> this.surfer.open(this.surfer.path()).body().contains("id=\"continue\"")
						|| !isAt("/onboarding/progress"));
			return this.surfer;
		}
		if (!isAt("/onboarding")) {
			return this.surfer.accept(account);
		}
		if (isAt("/onboarding/plan")) {
			this.planned = this.clock.instant();
		}
		// who was interrupted before the plan comes step by step to the mailboxes' own
		// page
		if (isAt("/onboarding/plan") || isAt("/onboarding/mailboxes")) {
			return Press.primary(this.surfer, Map.of("mailboxes", mailboxes));
		}
		return Press.primary(this.surfer);
	}

	private boolean isAt(String path) {
		return this.surfer.path().startsWith(path);
	}

	private void look(Surfer page) {
		this.looking.accept(page);
	}

	/**
	 * When the first page was asked for.
	 * @return the time
	 */
	public Instant begun() {
		return this.begun;
	}

	/**
	 * When the plan's button was pressed.
	 * @return the time
	 */
	public Instant planned() {
		return this.planned;
	}

	/**
	 * When the done page was there.
	 * @return the time
	 */
	public Instant ended() {
		return this.ended;
	}

}
