package com.highstage.portal.metrics;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.proof.TestProofs;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ReadingsTests {

	private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

	private final MovableClock clock = new MovableClock(NOW);

	private final Database database;

	private final Credentials credentials;

	ReadingsTests(Database database) {
		this.database = database;
		this.credentials = TestCredentials.on(database, this.clock);
	}

	@Test
	void theSecretThatHighstageUsesIsWatchedWhateverWasMadeSince() {
		TenantId tenant = new TenantId(UUID.randomUUID());
		ConnectionId renewed = connect(tenant, true, 10);
		store(renewed, tenant, 180);
		connect(new TenantId(UUID.randomUUID()), false, 5);
		assertThat(ending("7d")).as("a journey that never came to its end").isZero();
		assertThat(ending("14d")).as("the new one is not proven yet").isEqualTo(1);
		assertThat(new JdbcReadings(this.database.jdbc(), this.clock).value("portal.secrets.soonest.end", Tags.empty()))
			.isEqualTo(Duration.ofDays(10).toSeconds());
		this.database.transactions().executeWithoutResult((status) -> this.credentials.offer(renewed, 2));
		assertThat(ending("60d")).isZero();
	}

	private double ending(String within) {
		return new JdbcReadings(this.database.jdbc(), this.clock).value("portal.secrets.ending",
				Tags.of("within", within));
	}

	private ConnectionId connect(TenantId tenant, boolean finished, int days) {
		Connections connections = TestRegistration.connections(this.database, this.clock);
		return Objects.requireNonNull(this.database.transactions().execute((status) -> {
			ConnectionId id = connections.findOrCreate(tenant, new PlainName("Contoso"), Cloud.GLOBAL, true).id();
			store(id, tenant, days);
			if (finished) {
				this.credentials.offer(id, 1);
				connections.passed(id, new PassedCheck(1, NOW, Set.of(MailPermission.IMAP)));
			}
			return id;
		}));
	}

	private void store(ConnectionId id, TenantId tenant, int days) {
		this.database.transactions()
			.executeWithoutResult((status) -> this.credentials.store(new Credential.ClientSecret(Secret.of("value")),
					new IssuedCredential(id, tenant, new ClientId(UUID.randomUUID()), UUID.randomUUID(), "",
							NOW.plus(Duration.ofDays(days)))));
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsWaitedForOnceInOneLook() {
		Silent silent = new Silent();
		JdbcReadings readings = new JdbcReadings(JdbcClient.create(silent), this.clock);
		Catalogue.ALL.forEach((series) -> series.labels()
			.forEach((labels) -> assertThat(readings.value(series.name(), labels)).isNaN()));
		assertThat(silent.asked).hasValue(1);
	}

	@Test
	void theKeysAreCountedOnceInOneLook() {
		Silent silent = new Silent();
		RecipientKeys keys = new TestProofs(new Database(this.database.kind(), "", silent), TestKeys.configured(),
				this.clock)
			.recipients();
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new KeyGauges(keys, this.clock).bindTo(registry);
		assertThat(registry.get("portal.recipient.keys").gauges()).hasSize(RecipientKeys.State.values().length)
			.allSatisfy((gauge) -> assertThat(gauge.value()).isNaN());
		assertThat(silent.asked).hasValue(1);
	}

	/**
	 * A pool that waits for half a minute and has no connection then.
	 */
	private final class Silent extends AbstractDataSource {

		private final AtomicInteger asked = new AtomicInteger();

		@Override
		public Connection getConnection() throws SQLException {
			this.asked.incrementAndGet();
			ReadingsTests.this.clock.move(Duration.ofSeconds(30));
			throw new SQLTransientConnectionException("Connection is not available");
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			return getConnection();
		}

	}

}
