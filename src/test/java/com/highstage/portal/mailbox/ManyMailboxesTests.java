package com.highstage.portal.mailbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.MailboxAccess.Outcome;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.Work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Five hundred mailboxes of one organisation; fewer on PostgreSQL, where each statement
 * of this test makes a connection.
 */
@OnBothDatabases
class ManyMailboxesTests {

	private static final Set<MailPermission> READING = EnumSet.of(MailPermission.IMAP, MailPermission.POP);

	private static ConnectedMicrosoft connected;

	private final Counted counted = new Counted();

	private final Fabrikam fabrikam;

	private final int many;

	ManyMailboxesTests(Database database) {
		this.many = (database.kind() == Database.Kind.H2) ? 500 : 50;
		this.fabrikam = new Fabrikam(database, connected, this.counted.around(connected.bean(Mailboxes.class)),
				Clock.systemUTC());
	}

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void chooseMany() {
		connected.calm();
		connected.microsoft365().settings(Map.of("extraMailboxes", this.many));
		this.fabrikam.access()
			.register(this.fabrikam.work("exchange-admin"), this.fabrikam.connection(), "Highstage Mail", false);
		this.fabrikam
			.choose(IntStream.rangeClosed(1, this.many).mapToObj("box-%04d"::formatted).toArray(String[]::new));
	}

	@Test
	void aRunThatWasKilledInTheMiddleIsFinishedByTheNextOneWithoutRepeating() {
		Work killed = this.fabrikam.workUntil("exchange-admin", this.many);
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> carryOut(killed));
		int done = this.fabrikam.count().of(Access.OPEN);
		assertThat(done).isBetween(this.many / 5, this.many / 2);
		assertThat(this.fabrikam.opened()).hasSizeBetween(done, done + Fabrikam.AT_ONCE);
		assertThat(carryOut(this.fabrikam.work("exchange-admin"))).isEqualTo(new Outcome(this.many, 0, 0));
		assertThat(this.fabrikam.count()).isEqualTo(new MailboxCount(Map.of(Access.OPEN, this.many), 0));
		assertThat(this.fabrikam.opened()).hasSize(this.many);
		assertThat(this.fabrikam.calls("Add-MailboxPermission")).isEqualTo(this.many);
		assertThat(this.fabrikam.mailboxes()).allMatch(ChosenMailbox::ours);
		assertThat(this.counted.most()).isEqualTo(Fabrikam.AT_ONCE);
	}

	private Outcome carryOut(Work work) {
		return this.fabrikam.access().carryOut(work, TestConnections.PRINCIPAL, READING);
	}

	/**
	 * Counts how many commands are under way at a time.
	 */
	private static final class Counted {

		private final AtomicInteger now = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		int most() {
			return this.most.get();
		}

		Mailboxes around(Mailboxes real) {
			return (Mailboxes) Objects.requireNonNull(Proxy.newProxyInstance(Mailboxes.class.getClassLoader(),
					new Class<?>[] { Mailboxes.class }, (proxy, method, arguments) -> {
						this.most.accumulateAndGet(this.now.incrementAndGet(), Math::max);
						try {
							return method.invoke(real, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
						finally {
							this.now.decrementAndGet();
						}
					}));
		}

	}

}
