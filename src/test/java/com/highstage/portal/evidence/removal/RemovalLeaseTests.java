package com.highstage.portal.evidence.removal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@OnBothDatabases
class RemovalLeaseTests {

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	private static final Duration LENGTH = Duration.ofSeconds(60);

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private final UUID id = UUID.randomUUID();

	private final Database database;

	private final JdbcRemovals removals;

	RemovalLeaseTests(Database database) {
		this.database = database;
		this.removals = new JdbcRemovals(database.jdbc());
	}

	@BeforeEach
	void aRemovalIsUnderWay() {
		TenantId tenant = new TenantId(UUID.randomUUID());
		Connection connection = TestRegistration.connections(this.database, CLOCK)
			.findOrCreate(tenant, new PlainName("Contoso"), Cloud.GLOBAL, true);
		this.removals.add(new Removal(this.id, tenant, connection.id(), new Removal.Scope(true, true, List.of()),
				new Removal.Start(new ObjectId(UUID.randomUUID()), "Adele", false, NOW, ""), null, null, null));
	}

	@Test
	void oneAtATimeWorksOnIt() {
		long first = take(NOW);
		assertThat(this.removals.takeLease(this.id, NOW.plusSeconds(59), NOW.plusSeconds(119))).isNull();
		assertThatNoException().isThrownBy(lease(first)::hold);
		this.removals.releaseLease(this.id, first);
		assertThat(take(NOW)).isEqualTo(first + 1);
	}

	@Test
	void whoPausedForTooLongHasLostItAndCanNeitherHoldNorReleaseIt() {
		long slow = take(NOW);
		long other = take(NOW.plusSeconds(61));
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(lease(slow)::hold);
		this.removals.releaseLease(this.id, slow);
		assertThatNoException().isThrownBy(lease(other)::hold);
		assertThat(this.removals.hearsAlarm(this.id, slow)).isFalse();
	}

	@Test
	void whatIsReleasedOrOverIsHeldByNobody() {
		long epoch = take(NOW);
		this.removals.releaseLease(this.id, epoch);
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(lease(epoch)::hold);
		long again = take(NOW);
		this.removals.end(this.id, NOW);
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(lease(again)::hold);
		assertThat(this.removals.takeLease(this.id, NOW.plusSeconds(600), NOW.plusSeconds(660))).isNull();
	}

	@Test
	void whatAKilledProcessHeldIsTakenUpAtOnceWhereThereIsOnlyOneProcess() throws SQLException {
		long killed = take(NOW);
		new JdbcRemovalRecovery(this.database.dataSource(), this.removals).afterPropertiesSet();
		boolean embedded = this.database.kind() == Database.Kind.H2;
		assertThat(this.removals.takeLease(this.id, NOW, NOW.plus(LENGTH)))
			.isEqualTo(embedded ? Long.valueOf(killed + 1) : null);
	}

	private long take(Instant now) {
		return Objects.requireNonNull(this.removals.takeLease(this.id, now, now.plus(LENGTH)));
	}

	private RemovalLease lease(long epoch) {
		return new RemovalLease(this.removals, this.id, epoch, LENGTH, CLOCK);
	}

}
