package com.highstage.portal.renewal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.tenant.ConnectionId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One organisation whose secret is renewed, and what must hold meanwhile.
 */
class Heirs {

	private static final String OURS = "(hs-";

	private final Microsoft365Simulator microsoft365;

	private final Traveller traveller;

	private final Journey journey;

	private final Overviews overviews;

	private final Credentials credentials;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Heirs(Microsoft365Simulator microsoft365, Traveller traveller, Journey journey, Overviews overviews, Rows rows) {
		this.microsoft365 = microsoft365;
		this.traveller = traveller;
		this.journey = journey;
		this.overviews = overviews;
		this.credentials = rows.credentials();
		this.jdbc = rows.jdbc();
		this.transaction = new TransactionTemplate(rows.transactions());
	}

	Person connected(String account) {
		Person admin = this.traveller.signIn(account, account);
		this.journey.request(admin, Step.CHECK, Addresses.planned(account));
		this.traveller.awaitEnd(admin);
		assertThat(ours(account)).as("ours after the first").hasSize(1);
		return admin;
	}

	/**
	 * Looks, as the page does, and presses once.
	 * @param admin who
	 */
	void press(Person admin) {
		this.overviews.of(admin);
		assertThat(this.journey.take(admin, Step.SECRET, WayOut.NEW_SECRET))
			.isInstanceOf(Journey.Answer.Accepted.class);
	}

	Overview renewed(Person admin) {
		press(admin);
		return this.traveller.awaitEnd(admin);
	}

	void look(Person admin) {
		this.overviews.of(admin);
	}

	/**
	 * Forgets all delegated tokens, as after their hour.
	 */
	void everybodyLeaves() {
		this.jdbc.sql("delete from delegated_access").update();
	}

	ConnectionId connection() {
		return new ConnectionId(this.jdbc.sql("select connection_id from connection").query(UUID.class).single());
	}

	boolean acknowledge(long sequence) {
		return Boolean.TRUE
			.equals(this.transaction.execute((status) -> this.credentials.acknowledge(connection(), sequence)));
	}

	long offered() {
		return this.transaction
			.execute((status) -> this.credentials.offered(connection()).map(CredentialVersion::sequence).orElse(0L));
	}

	void agedOffers(Duration age) {
		this.jdbc.sql("select sequence, offered_at from credential where offered_at is not null")
			.query((row, number) -> List.of(row.getLong(1),
					row.getObject(2, java.time.OffsetDateTime.class).minus(age)))
			.list()
			.forEach((row) -> this.jdbc.sql("update credential set offered_at = :at where sequence = :sequence")
				.param("at", row.get(1))
				.param("sequence", row.get(0))
				.update());
	}

	List<String> ours(String account) {
		return keys(account).filter((key) -> key.path("displayName").asString("").contains(OURS))
			.map((key) -> key.path("keyId").asString())
			.toList();
	}

	List<String> others(String account) {
		return keys(account).filter((key) -> !key.path("displayName").asString("").contains(OURS))
			.map((key) -> key.path("displayName").asString())
			.toList();
	}

	private Stream<JsonNode> keys(String account) {
		return this.microsoft365.organisation(account.substring(account.indexOf('@') + 1))
			.path("applications")
			.valueStream()
			.flatMap((application) -> Stream.concat(application.path("passwordCredentials").valueStream(),
					application.path("keyCredentials").valueStream()));
	}

	/**
	 * Somebody adds a secret of their own to the application.
	 * @param account who
	 * @param name what they call it
	 */
	void another(String account, String name) {
		Browser browser = new Browser(this.microsoft365);
		String id = this.microsoft365.organisation(account.substring(account.indexOf('@') + 1))
			.path("applications")
			.path(0)
			.path("id")
			.asString();
		browser.graph(browser.manager(account, "organizations"), "POST", "applications/" + id + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"" + name + "\"}}");
	}

	/**
	 * What was removed at Microsoft, in order.
	 * @return the key ids
	 */
	List<String> removed() {
		return this.microsoft365.journal()
			.stream()
			.filter((entry) -> entry.effect() && entry.call().equals("removePassword"))
			.map((entry) -> entry.request().path("keyId").asString())
			.toList();
	}

	void awaitOnly(String account, long sequence) {
		String keyId = this.jdbc.sql("select key_id from credential where sequence = :sequence")
			.param("sequence", sequence)
			.query(UUID.class)
			.single()
			.toString();
		Awaitility.await("only the newest is left")
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> ours(account).equals(List.of(keyId)) && states().getFirst().equals("CURRENT")
					&& states().stream().skip(1).allMatch("REMOVED"::equals));
	}

	List<String> states() {
		return this.jdbc.sql("select state from credential order by sequence desc").query(String.class).list();
	}

	/**
	 * How many of ours there were after each change at Microsoft, from the first one on.
	 * @return never less than one, never more than two, where all is well
	 */
	List<Integer> numbers() {
		List<Integer> numbers = new ArrayList<>();
		int passwords = 0;
		int certificates = 0;
		for (Journal.Entry entry : this.microsoft365.journal()) {
			JsonNode request = entry.request();
			if (!entry.effect() || request == null) {
				continue;
			}
			if (entry.call().equals("addPassword") && request.toString().contains(OURS)) {
				passwords++;
			}
			else if (entry.call().equals("removePassword")) {
				passwords--;
			}
			else if (request.has("keyCredentials")) {
				certificates = (int) request.path("keyCredentials")
					.valueStream()
					.filter((key) -> key.path("displayName").asString("").contains(OURS))
					.count();
			}
			if (passwords + certificates > 0 || !numbers.isEmpty()) {
				numbers.add(passwords + certificates);
			}
		}
		return numbers;
	}

	/**
	 * What the database has.
	 *
	 * @param credentials the versions of each secret
	 * @param jdbc all rows
	 * @param transactions the transaction manager
	 */
	record Rows(Credentials credentials, JdbcClient jdbc, PlatformTransactionManager transactions) {

	}

}
