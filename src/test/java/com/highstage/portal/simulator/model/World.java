package com.highstage.portal.simulator.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Microsoft's side of everything. Not thread-safe: whoever answers a call holds the
 * simulator's lock.
 */
public final class World {

	/** The organisation of all personal accounts. */
	public static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

	private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");

	private final Clock clock;

	private final Random random = new Random(365);

	private final Founding founding = Founding.read();

	private List<Organisation> organisations = List.of();

	private Settings settings = Settings.defaults();

	private @Nullable Thread sower;

	private boolean turn;

	public World(Clock clock) {
		this.clock = clock;
		reset();
	}

	public void reset() {
		this.settings = Settings.defaults();
		this.organisations = this.founding.organisations()
			.stream()
			.map((company) -> new Organisation(company, FOUNDED))
			.toList();
		this.sower = Thread.currentThread();
		Seeds seeds = new Seeds(this);
		this.organisations.forEach(seeds::sow);
		seeds.sow(this.founding.portal());
		this.sower = null;
	}

	/**
	 * Adds an organisation, which is as old as the others; a reset takes it away.
	 * @param company what it is like
	 * @return the organisation
	 * @throws IllegalArgumentException if its domain, its id or one of its people is
	 * taken, or if a guest has no home
	 */
	public Organisation found(Founding.Company company) {
		if (organisation(company.domain()).isPresent() || organisation(company.tenantId().toString()).isPresent()) {
			throw new IllegalArgumentException("there is such an organisation: " + company.domain());
		}
		for (Account account : company.accounts()) {
			String home = homeOf(account.address()).map(Organisation::domain).orElse(null);
			if (!Objects.equals(account.home(), home)) {
				throw new IllegalArgumentException(account.address() + " is at home at " + home);
			}
		}
		Organisation founded = new Organisation(company, FOUNDED);
		founded.exchange().generate(this.settings.extraMailboxes());
		this.organisations = Stream.concat(this.organisations.stream(), Stream.of(founded)).toList();
		this.sower = Thread.currentThread();
		Seeds seeds = new Seeds(this);
		seeds.sow(founded);
		seeds.assign(portal(), founded);
		this.sower = null;
		return founded;
	}

	/**
	 * What time it is. Whoever sows lives in the past, and whoever has just come to the
	 * door and holds no lock yet does not.
	 * @return the time
	 */
	public Instant now() {
		return (Thread.currentThread() == this.sower) ? FOUNDED : this.clock.instant();
	}

	/**
	 * Which of two known answers is given this time.
	 * @return true and false in turn
	 */
	public boolean takeTurns() {
		this.turn = !this.turn;
		return this.turn;
	}

	/**
	 * Tells whether anything in any directory differs from an earlier moment.
	 * @return equal numbers for equal content
	 */
	public int fingerprint() {
		int print = 0;
		for (Organisation organisation : this.organisations) {
			print = 31 * print + organisation.exchange().fingerprint();
			for (Map<String, DirectoryObject> objects : organisation.everything()) {
				for (DirectoryObject object : objects.values()) {
					print = 31 * print + object.properties().hashCode();
				}
			}
		}
		return print;
	}

	public Random random() {
		return this.random;
	}

	public Settings settings() {
		return this.settings;
	}

	public void settings(Settings changed) {
		this.settings = changed;
		this.organisations.forEach((organisation) -> organisation.exchange().generate(changed.extraMailboxes()));
	}

	public List<Organisation> organisations() {
		return this.organisations;
	}

	public Founding.Portal portal() {
		return this.founding.portal();
	}

	public Optional<Organisation> organisation(String tenantIdOrDomain) {
		return this.organisations.stream().filter((organisation) -> organisation.is(tenantIdOrDomain)).findFirst();
	}

	/**
	 * The organisation in which an account is a member, not a guest.
	 * @param address what the person signs in with
	 * @return the home organisation
	 */
	public Optional<Organisation> homeOf(String address) {
		return this.organisations.stream()
			.filter((organisation) -> organisation.account(address).filter((account) -> !account.guest()).isPresent())
			.findFirst();
	}

	/**
	 * The organisation that registered an application.
	 * @param appId the application id
	 * @return its home
	 */
	public Optional<Organisation> homeOfApplication(String appId) {
		return this.organisations.stream()
			.filter((organisation) -> organisation.applicationByAppId(appId).isPresent())
			.findFirst();
	}

	/**
	 * Whether a change has reached the other nodes of the directory.
	 * @param change when it happened
	 * @return true once it has
	 */
	public boolean replicated(Instant change) {
		return !now().isBefore(change.plus(replication()));
	}

	/**
	 * The moment whose changes have by now reached all servers of Exchange Online.
	 * @return a time before now
	 */
	public Instant propagated() {
		return now().minusMillis(this.settings.propagationMillis());
	}

	public Duration replication() {
		return Duration.ofMillis(this.settings.replicationMillis());
	}

}
