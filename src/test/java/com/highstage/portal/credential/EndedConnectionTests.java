package com.highstage.portal.credential;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No credential is stored for a connection that has ended, whoever is at work.
 */
@OnBothDatabases
@Timeout(60)
class EndedConnectionTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final MovableClock clock = new MovableClock(NOW);

	private final Database database;

	private final Connections connections;

	private final Credentials credentials;

	private final AuditTrail audit;

	private ConnectionId connection;

	EndedConnectionTests(Database database) {
		this.database = database;
		this.connections = TestRegistration.connections(database, this.clock);
		this.credentials = TestCredentials.on(database, this.clock);
		this.audit = TestAudit.trail(database, this.clock);
	}

	@BeforeEach
	void connect() {
		this.connection = this.database.transactions()
			.execute((status) -> this.connections.findOrCreate(this.tenant, new PlainName("Fabrikam"), Cloud.GLOBAL,
					true))
			.id();
	}

	@Test
	void whatHasEndedGetsNoCredential() {
		store();
		end(() -> {
		});
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::store).withMessageContaining("ended");
		assertThat(values()).isZero();
	}

	@Test
	void whoStoresWhileItEndsComesTooLate() throws Exception {
		store();
		CountDownLatch ended = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		Thread.ofPlatform().start(() -> end(() -> {
			ended.countDown();
			await(begun);
		}));
		await(ended);
		CompletableFuture<Void> stored = CompletableFuture.runAsync(() -> {
			begun.countDown();
			store();
		}, (task) -> Thread.ofPlatform().start(task));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(stored::join)
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(values()).isZero();
	}

	@Test
	void whatHighstageAcknowledgesAfterwardsIsNoNews() {
		store();
		this.database.transactions().executeWithoutResult((status) -> this.credentials.offer(this.connection, 1));
		end(() -> {
		});
		assertThat(acknowledge()).isFalse();
	}

	private boolean acknowledge() {
		return Boolean.TRUE
			.equals(this.database.transactions().execute((status) -> this.credentials.acknowledge(this.connection, 1)));
	}

	private void store() {
		this.database.transactions()
			.executeWithoutResult((status) -> this.credentials.store(new ClientSecret(Secret.of("value")),
					new IssuedCredential(this.connection, this.tenant, new ClientId(UUID.randomUUID()),
							UUID.randomUUID(), "Highstage (hs-1)", NOW.plusSeconds(1000))));
	}

	/** As the removal does: the audit entry, the end, then the values. */
	private void end(Runnable beforeCommit) {
		this.database.transactions().executeWithoutResult((status) -> {
			this.audit.record(new AuditEvent(this.tenant, Actor.PORTAL, "connection.ended", this.connection.toString(),
					Map.of()));
			this.connections.end(this.connection);
			this.credentials.erase(this.connection);
			beforeCommit.run();
		});
	}

	private int values() {
		return this.database.jdbc()
			.sql("select count(*) from credential where connection_id = :id and sealed_credential <> ''")
			.param("id", this.connection.value())
			.query(Integer.class)
			.single();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
