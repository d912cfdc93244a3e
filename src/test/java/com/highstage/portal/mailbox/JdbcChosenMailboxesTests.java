package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcChosenMailboxesTests {

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	private final JdbcChosenMailboxes mailboxes;

	private final ConnectionId connection;

	JdbcChosenMailboxesTests(Database database) {
		this.mailboxes = new JdbcChosenMailboxes(database.jdbc(), TestRegistration.moves(database, Clock.systemUTC()));
		this.connection = TestRegistration.connections(database, Clock.fixed(NOW, ZoneOffset.UTC))
			.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName("Contoso"), Cloud.GLOBAL, true)
			.id();
	}

	@Test
	void aListIsKeptByAddressWithNothingKnown() {
		choose("b@x.example", "A@x.example", "a@X.example");
		assertThat(this.mailboxes.of(this.connection)).extracting(ChosenMailbox::address)
			.extracting(MailboxAddress::value)
			.containsExactly("a@x.example", "b@x.example");
		assertThat(get("a@x.example")).isEqualTo(new ChosenMailbox(this.connection, new MailboxAddress("a@x.example"),
				null, new PlainName(""), "", true, Access.UNKNOWN, null, false, null, false, null, null));
	}

	@Test
	void whatWasFoundIsReadBackAsItWas() {
		choose("a@x.example");
		ChosenMailbox found = get("a@x.example").found(mailbox("a@x.example"), new Switches(true, false, true), true)
			.open(true, NOW.minusSeconds(60), NOW);
		this.mailboxes.save(found);
		assertThat(get("a@x.example")).isEqualTo(found);
		ChosenMailbox failed = found.failed(new Explanation("role-too-small", "c".repeat(200), "r"), NOW);
		this.mailboxes.save(failed);
		assertThat(get("a@x.example")).isEqualTo(failed);
		assertThat(failed.openedAt()).isNotNull();
	}

	@Test
	void aMailboxOffTheListIsForgottenUnlessAccessIsToBeTakenAway() {
		choose("a@x.example", "b@x.example");
		this.mailboxes.save(get("a@x.example").open(true, NOW, NOW));
		choose("c@x.example");
		assertThat(this.mailboxes.of(this.connection)).extracting((row) -> row.address() + " " + row.wanted())
			.containsExactly("a@x.example false", "c@x.example true");
		choose("a@x.example", "c@x.example");
		assertThat(get("a@x.example").wanted()).isTrue();
		assertThat(get("a@x.example").access()).isEqualTo(Access.OPEN);
	}

	@Test
	void aMailboxThatWasTypedByAnotherAddressIsKnownByBoth() {
		choose("alias@x.example", "other@x.example");
		this.mailboxes.move(this.connection, new MailboxAddress("alias@x.example"), new MailboxAddress("a@x.example"));
		choose("alias@x.example", "other@x.example");
		assertThat(addresses()).containsExactly("a@x.example", "other@x.example");
		this.mailboxes.move(this.connection, new MailboxAddress("other@x.example"), new MailboxAddress("a@x.example"));
		assertThat(addresses()).containsExactly("a@x.example");
		choose("a@x.example");
		assertThat(get("a@x.example").wanted()).isTrue();
		choose();
		assertThat(addresses()).isEmpty();
	}

	@Test
	void aStaleLookDoesNotOverwriteANewerOne() {
		choose("a@x.example");
		ChosenMailbox before = get("a@x.example");
		this.mailboxes.saveUnlessNewer(before, before.shut(Access.CLOSED, NOW));
		assertThat(get("a@x.example").access()).isEqualTo(Access.CLOSED);
		this.mailboxes.save(before.open(true, NOW, NOW.plusSeconds(1)));
		this.mailboxes.saveUnlessNewer(before, before.shut(Access.MISSING, NOW.plusSeconds(2)));
		assertThat(get("a@x.example").access()).isEqualTo(Access.OPEN);
	}

	@Test
	void whatIsAboutToBeGivenIsOursWhateverAPageSeesMeanwhile() {
		choose("a@x.example");
		ChosenMailbox before = get("a@x.example");
		assertThat(this.mailboxes.claim(before)).isTrue();
		this.mailboxes.saveUnlessNewer(before, before.shut(Access.CLOSED, NOW));
		assertThat(get("a@x.example").ours()).isTrue();
		assertThat(get("a@x.example").access()).isEqualTo(Access.CLOSED);
	}

	@Test
	void aMailboxThatIsWantedAgainIsNotForgotten() {
		choose("a@x.example");
		ChosenMailbox closed = get("a@x.example");
		assertThat(this.mailboxes.forgetUnlessWanted(closed)).isFalse();
		assertThat(addresses()).hasSize(1);
	}

	@Test
	void theNumbersTellWantedMailboxesFromLeavingOnes() {
		choose("a@x.example", "b@x.example", "c@x.example");
		this.mailboxes.save(get("a@x.example").open(true, NOW, NOW));
		this.mailboxes.save(get("b@x.example").open(true, NOW, NOW));
		choose("b@x.example", "c@x.example");
		MailboxCount count = this.mailboxes.count(this.connection);
		assertThat(count).isEqualTo(new MailboxCount(Map.of(Access.OPEN, 1, Access.UNKNOWN, 1), 1));
		assertThat(count.total()).isEqualTo(2);
		assertThat(count.of(Access.FAILED)).isZero();
		assertThat(this.mailboxes.wanted(this.connection)).extracting(MailboxAddress::value)
			.containsExactly("b@x.example", "c@x.example");
	}

	@Test
	void allIsOpenOnceEveryWantedMailboxIsAndNoneIsLeaving() {
		choose("a@x.example", "b@x.example");
		this.mailboxes.save(get("a@x.example").open(true, NOW, NOW));
		assertThat(this.mailboxes.count(this.connection).isAllOpen()).isFalse();
		this.mailboxes.save(get("b@x.example").open(true, NOW, NOW));
		assertThat(this.mailboxes.count(this.connection).isAllOpen()).isTrue();
		choose("b@x.example");
		assertThat(this.mailboxes.count(this.connection).isAllOpen()).isFalse();
	}

	private void choose(String... addresses) {
		this.mailboxes.choose(this.connection, Stream.of(addresses).map(MailboxAddress::new).toList());
	}

	private ChosenMailbox get(String address) {
		return this.mailboxes.of(this.connection)
			.stream()
			.filter((row) -> row.address().value().equals(address))
			.findFirst()
			.orElseThrow();
	}

	private List<String> addresses() {
		return this.mailboxes.of(this.connection).stream().map((row) -> row.address().value()).toList();
	}

	private static Mailbox mailbox(String address) {
		return new Mailbox(new MailboxAddress(address), new PlainName("Name"), "SharedMailbox");
	}

}
