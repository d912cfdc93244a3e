package com.highstage.portal.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.springframework.transaction.IllegalTransactionStateException;

import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnBothDatabases
class JdbcAuditTrailTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456789Z");

	private static final TenantId TENANT = TenantId.parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");

	private final Database database;

	private final AuditTrail trail;

	private final AuditChain chain;

	JdbcAuditTrailTests(Database database) {
		this.database = database;
		this.trail = TestAudit.trail(database, Clock.fixed(NOW, ZoneOffset.UTC));
		this.chain = TestAudit.chain(database);
	}

	@Test
	void anEntryIsWrittenWithItsTransaction() {
		this.database.transactions().executeWithoutResult((status) -> this.trail.record(event("application.created")));
		assertThat(entries()).isEqualTo(1);
		assertThat(this.chain.verify()).isInstanceOfSatisfying(Intact.class,
				(intact) -> assertThat(intact.entries()).isEqualTo(1));
	}

	@Test
	void anEntryGoesWithItsTransaction() {
		this.database.transactions().executeWithoutResult((status) -> {
			this.trail.record(event("application.created"));
			status.setRollbackOnly();
		});
		assertThat(entries()).isZero();
		assertThat(this.chain.verify()).isEqualTo(new Intact(0, ""));
	}

	@Test
	void withoutATransactionNothingIsWritten() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.trail.record(event("application.created")));
		assertThat(entries()).isZero();
	}

	@Test
	void aRefusalStaysWhenTheCallerRollsBack() {
		this.database.transactions().executeWithoutResult((status) -> {
			this.trail.recordRefusal(event("application.create"));
			status.setRollbackOnly();
		});
		assertThat(this.database.jdbc().sql("select refused from audit_entry").query(Boolean.class).list())
			.containsExactly(true);
	}

	@Test
	void aRefusalNeedsNoTransaction() {
		this.trail.recordRefusal(event("application.create"));
		assertThat(this.chain.verify()).isInstanceOf(Intact.class);
	}

	@Test
	@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
	void aRefusalDoesNotWaitForItsOwnTransaction() {
		this.database.transactions().executeWithoutResult((status) -> {
			this.trail.record(event("application.created"));
			assertThatIllegalStateException().isThrownBy(() -> this.trail.recordRefusal(event("application.create")));
		});
	}

	@Test
	@Timeout(60)
	void manyAtOnceMakeOneChain() {
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			IntStream.range(0, 80)
				.forEach((number) -> threads.execute(() -> this.database.transactions()
					.executeWithoutResult((status) -> this.trail.record(event("number." + number)))));
		}
		assertThat(this.chain.verify()).isInstanceOfSatisfying(Intact.class,
				(intact) -> assertThat(intact.entries()).isEqualTo(80));
	}

	@Test
	void whateverStrangersAreCalledCanBeWrittenAndVerified() {
		String name = "\u0000Ad\uD800min \u202E \uD83D\uDE00 \" ' </script>" + "x".repeat(1000);
		Actor stranger = new Actor(Actor.Kind.PERSON, name, name);
		this.database.transactions()
			.executeWithoutResult((status) -> this.trail
				.record(new AuditEvent(TENANT, stranger, "application.created", name, Map.of("name", name.repeat(5)))));
		assertThat(this.chain.verify()).isInstanceOf(Intact.class);
		assertThat(this.database.jdbc().sql("select actor_name from audit_entry").query(String.class).single())
			.startsWith("\uFFFDAd\uFFFDmin \u202E \uD83D\uDE00");
	}

	@Test
	void anOrganisationReadsItsOwnEntriesAndNobodyElses() {
		TenantId other = TenantId.parse("3f2504e0-4f89-41d3-9a0c-0305e82c3302");
		this.database.transactions().executeWithoutResult((status) -> {
			this.trail.record(event("first"));
			this.trail.record(new AuditEvent(other, Actor.PORTAL, "other", "subject", Map.of()));
			this.trail.record(new AuditEvent(null, Actor.PORTAL, "nobody's", "subject", Map.of()));
			this.trail.record(event("second"));
		});
		AuditEntries entries = new JdbcAuditEntries(new JdbcChainRows(this.database.jdbc()),
				new JdbcEntrySearch(this.database.jdbc()));
		assertThat(entries.of(TENANT, 10)).extracting(AuditEntries.Entry::action).containsExactly("second", "first");
		assertThat(entries.of(TENANT, 1)).extracting(AuditEntries.Entry::details)
			.containsExactly(Map.of("a", "1", "b", "2"));
	}

	private long entries() {
		return this.database.jdbc().sql("select count(*) from audit_entry").query(Long.class).single();
	}

	private static AuditEvent event(String action) {
		return new AuditEvent(TENANT, Actor.PORTAL, action, "subject", Map.of("b", "2", "a", "1"));
	}

}
