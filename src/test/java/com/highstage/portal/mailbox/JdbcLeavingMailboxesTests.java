package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcLeavingMailboxesTests {

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	private static final MailboxAddress A = new MailboxAddress("a@x.example");

	private final Database database;

	private final JdbcChosenMailboxes mailboxes;

	private final JdbcLeavingMailboxes leaving;

	private final ConnectionId connection;

	JdbcLeavingMailboxesTests(Database database) {
		this.database = database;
		this.mailboxes = new JdbcChosenMailboxes(database.jdbc(), TestRegistration.moves(database, Clock.systemUTC()));
		this.leaving = new JdbcLeavingMailboxes(database.jdbc());
		this.connection = TestRegistration.connections(database, Clock.fixed(NOW, ZoneOffset.UTC))
			.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName("Contoso"), Cloud.GLOBAL, true)
			.id();
	}

	@BeforeEach
	void chooseTwo() {
		choose("a@x.example", "b@x.example");
	}

	@Test
	void whatNoScriptWasHandedOutForIsForgottenAtOnce() {
		choose("b@x.example");
		assertThat(rows()).containsExactly("b@x.example true");
	}

	@Test
	void whatAScriptWasToldToOpenStaysUntilItIsSeenClosed() {
		this.leaving.handedOut(this.connection, NOW);
		choose("b@x.example");
		assertThat(rows()).containsExactly("a@x.example false", "b@x.example true");
		assertThat(this.mailboxes.count(this.connection).leaving()).isEqualTo(1);
		assertThat(this.leaving.seenClosed(this.connection, A)).isTrue();
		assertThat(rows()).containsExactly("b@x.example true");
		assertThat(this.leaving.scripted(this.connection)).containsExactly(new MailboxAddress("b@x.example"));
	}

	@Test
	void whatIsWantedAgainIsNotForgottenThoughItWasSeenClosed() {
		this.leaving.handedOut(this.connection, NOW);
		choose("b@x.example");
		choose("a@x.example", "b@x.example");
		assertThat(this.leaving.seenClosed(this.connection, A)).isFalse();
		assertThat(rows()).containsExactly("a@x.example true", "b@x.example true");
		choose("b@x.example");
		assertThat(rows()).as("the script of old may still have opened it").contains("a@x.example false");
	}

	@Test
	void whatALoginOpenedThoughNobodyLookedInExchangeStays() {
		this.leaving.loggedIn(this.connection, A, NOW);
		choose();
		assertThat(rows()).containsExactly("a@x.example false");
	}

	@Test
	void accessThatExchangeShowedBeforeIsSomebodyElsesAndNeverMarked() {
		this.mailboxes.save(this.mailboxes.find(this.connection, A).orElseThrow().open(false, NOW, NOW));
		this.leaving.handedOut(this.connection, NOW);
		this.leaving.loggedIn(this.connection, A, NOW);
		assertThat(this.leaving.scripted(this.connection)).containsExactly(new MailboxAddress("b@x.example"));
		choose();
		assertThat(rows()).containsExactly("b@x.example false");
	}

	@Test
	void theLastTimeThatAScriptWasHandedOutCounts() {
		this.leaving.handedOut(this.connection, NOW);
		this.leaving.handedOut(this.connection, NOW.plusSeconds(30));
		assertThat(handedOut()).as("pages that are looked at again write nothing").isEqualTo(NOW);
		this.leaving.handedOut(this.connection, NOW.plus(Duration.ofHours(1)));
		assertThat(handedOut()).isEqualTo(NOW.plus(Duration.ofHours(1)));
	}

	@Test
	void whenTheScriptThatClosesItWasHandedOutFirstIsKnown() {
		this.leaving.handedOut(this.connection, NOW);
		choose("b@x.example");
		assertThat(closingAt()).isNull();
		this.leaving.handedOut(this.connection, NOW.plusSeconds(100));
		this.leaving.handedOut(this.connection, NOW.plusSeconds(900));
		assertThat(closingAt()).isEqualTo(NOW.plusSeconds(100));
		choose("a@x.example", "b@x.example");
		this.leaving.handedOut(this.connection, NOW.plusSeconds(901));
		assertThat(closingAt()).as("that one opens it again").isNull();
		assertThat(handedOut()).isEqualTo(NOW.plusSeconds(901));
	}

	@Test
	void aScriptAlsoClosesWhatThePortalOpened() {
		this.mailboxes.save(this.mailboxes.find(this.connection, A).orElseThrow().open(true, NOW, NOW));
		choose();
		this.leaving.handedOut(this.connection, NOW);
		assertThat(closingAt()).isEqualTo(NOW);
	}

	@Test
	void aScriptThatNamedAnAliasHasOpenedTheMailbox() {
		this.leaving.handedOut(this.connection, NOW);
		choose("a@x.example", "alias@x.example");
		this.leaving.seenClosed(this.connection, new MailboxAddress("b@x.example"));
		this.database.jdbc().sql("delete from mailbox_script where address = 'a@x.example'").update();
		this.leaving.loggedIn(this.connection, new MailboxAddress("alias@x.example"), NOW);
		this.mailboxes.move(this.connection, new MailboxAddress("alias@x.example"), A);
		choose();
		assertThat(rows()).containsExactly("a@x.example false");
	}

	private void choose(String... addresses) {
		this.mailboxes.choose(this.connection, Stream.of(addresses).map(MailboxAddress::new).toList());
	}

	private List<String> rows() {
		return this.mailboxes.of(this.connection).stream().map((row) -> row.address() + " " + row.wanted()).toList();
	}

	private @Nullable Instant closingAt() {
		return this.database.jdbc()
			.sql("select closing_at from mailbox_script where address = 'a@x.example'")
			.query((row, number) -> Optional.ofNullable(JdbcMailboxRow.instant(row, "closing_at")))
			.single()
			.orElse(null);
	}

	private Instant handedOut() {
		return this.database.jdbc()
			.sql("select handed_out_at from mailbox_script where address = 'a@x.example'")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

}
