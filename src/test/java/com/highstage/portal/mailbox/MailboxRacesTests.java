package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An open page and the work on a journey, or somebody with another page, meet at one
 * mailbox.
 */
@OnBothDatabases
class MailboxRacesTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final MailboxAddress PRIMARY = new MailboxAddress("anna@x.example");

	private static final MailboxAddress ALIAS = new MailboxAddress("sales@x.example");

	private final Database database;

	private final JdbcChosenMailboxes mailboxes;

	private final JdbcLeavingMailboxes leaving;

	private final ConnectionId connection;

	MailboxRacesTests(Database database) {
		this.database = database;
		this.mailboxes = new JdbcChosenMailboxes(database.jdbc(), TestRegistration.moves(database, Clock.systemUTC()));
		this.leaving = new JdbcLeavingMailboxes(database.jdbc());
		this.connection = TestRegistration.connections(database, Clock.systemUTC())
			.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName("Contoso"), Cloud.GLOBAL, true)
			.id();
	}

	@Test
	void anAliasStaysOnTheListWhileItsMailboxIsForgotten() throws InterruptedException {
		choose(PRIMARY);
		this.mailboxes.save(get(PRIMARY).open(true, NOW, NOW));
		choose(ALIAS);
		Meanwhile.both(this.database.transactions(), () -> this.mailboxes.forgetUnlessWanted(get(PRIMARY)),
				() -> this.mailboxes.move(this.connection, ALIAS, PRIMARY));
		assertThat(this.mailboxes.wanted(this.connection)).containsExactly(PRIMARY);
	}

	@Test
	void whatAScriptOpensIsNotForgottenByWhoTakesItOffTheListMeanwhile() throws InterruptedException {
		choose(PRIMARY, ALIAS);
		Meanwhile.both(this.database.transactions(), () -> this.leaving.handedOut(this.connection, NOW),
				() -> this.mailboxes.choose(this.connection, List.of(ALIAS)));
		assertThat(this.mailboxes.wanted(this.connection)).containsExactly(ALIAS);
		assertThat(this.mailboxes.find(this.connection, PRIMARY)).as("to be closed").isPresent();
	}

	@Test
	void aScriptIsHandedOutWhileAMailboxIsTakenOffTheList() throws InterruptedException {
		choose(PRIMARY, ALIAS);
		Meanwhile.both(this.database.transactions(), () -> this.mailboxes.choose(this.connection, List.of(ALIAS)),
				() -> this.leaving.handedOut(this.connection, NOW));
		assertThat(this.leaving.scripted(this.connection)).containsExactly(ALIAS);
	}

	private void choose(MailboxAddress... addresses) {
		this.database.transactions()
			.executeWithoutResult((status) -> this.mailboxes.choose(this.connection, Stream.of(addresses).toList()));
	}

	private ChosenMailbox get(MailboxAddress address) {
		return this.mailboxes.find(this.connection, address).orElseThrow();
	}

}
