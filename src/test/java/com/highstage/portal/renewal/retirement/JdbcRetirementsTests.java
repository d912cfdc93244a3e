package com.highstage.portal.renewal.retirement;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class JdbcRetirementsTests {

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final Database database;

	private final JdbcRetirements retirements;

	private ConnectionId connection = new ConnectionId(new UUID(0, 0));

	JdbcRetirementsTests(Database database) {
		this.database = database;
		this.retirements = new JdbcRetirements(database.jdbc());
	}

	@BeforeEach
	void connect() {
		Connections connections = TestRegistration.connections(this.database, this.clock);
		this.database.transactions()
			.executeWithoutResult((status) -> this.connection = connections
				.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GLOBAL, true)
				.id());
	}

	@Test
	void theLastWhoLookedIsRemembered() {
		remember("Anna");
		remember("Bo");
		assertThat(this.retirements.find(this.connection).orElseThrow().name()).isEqualTo("Bo");
	}

	@Test
	void nobodysAuthorityNoLease() {
		assertThat(take()).isNull();
	}

	@Test
	void oneWorkerAtATimeAndAnOlderOneIsRefused() {
		remember("Anna");
		assertThat(take()).isEqualTo(1);
		assertThat(take()).as("somebody has it").isNull();
		this.clock.move(RetirementLease.LENGTH.plusSeconds(1));
		assertThat(take()).as("it ran out").isEqualTo(2);
		RetirementLease old = new RetirementLease(this.retirements, this.connection, 1, this.clock);
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(old::hold);
		new RetirementLease(this.retirements, this.connection, 2, this.clock).hold();
	}

	@Test
	void whatAKilledProcessHeldIsFreeAtOnce() {
		remember("Anna");
		take();
		this.retirements.freeLeases();
		assertThat(take()).isEqualTo(2);
	}

	@Test
	void onlyTheAlarmOfTheLastRunIsHeard() {
		remember("Anna");
		take();
		this.retirements.releaseLease(this.connection, 1);
		assertThat(this.retirements.hearsAlarm(this.connection, 1)).isTrue();
		take();
		this.retirements.releaseLease(this.connection, 2);
		assertThat(this.retirements.hearsAlarm(this.connection, 1)).isFalse();
	}

	@Test
	void whyItDidNotSucceedIsKnownUntilItDoes() {
		remember("Anna");
		Explanation why = new Explanation("refused", "Authorization_RequestDenied", "1234");
		this.retirements.tried(this.connection, 3, why);
		assertThat(this.retirements.setback(this.connection)).contains(why);
		assertThat(this.retirements.find(this.connection).orElseThrow().tries()).isEqualTo(3);
		this.retirements.tried(this.connection, 0, null);
		assertThat(this.retirements.setback(this.connection)).isEmpty();
	}

	private void remember(String name) {
		this.retirements.remember(new Retirement(this.connection, new SignInId(UUID.randomUUID()),
				new PersonId(this.tenant, new ObjectId(UUID.randomUUID())), name, 0, null));
	}

	private @Nullable Long take() {
		Instant now = this.clock.instant();
		return this.retirements.takeLease(this.connection, now, now.plus(RetirementLease.LENGTH));
	}

}
