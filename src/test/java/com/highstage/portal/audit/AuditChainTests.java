package com.highstage.portal.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.audit.AuditChain.Broken;
import com.highstage.portal.audit.AuditChain.ChainState;
import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.audit.AuditChain.Reason;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class AuditChainTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00.123456Z"), ZoneOffset.UTC);

	private final Database database;

	private final AuditTrail trail;

	AuditChainTests(Database database) {
		this.database = database;
		this.trail = TestAudit.trail(database, CLOCK);
	}

	@BeforeEach
	void writeFive() {
		for (int number = 1; number <= 5; number++) {
			write("entry." + number);
		}
	}

	@Test
	void anUntouchedChainIsIntactAndSaysWhereItEnds() {
		String end = this.database.jdbc()
			.sql("select mac from audit_entry where sequence = 5")
			.query(String.class)
			.single();
		assertThat(verify()).isEqualTo(new Intact(5, end));
	}

	@ParameterizedTest
	@ValueSource(strings = { "recorded_at = recorded_at + interval '1' second", "tenant_id = null", "actor_kind = 'X'",
			"actor_id = 'x'", "actor_name = 'x'", "action = 'x'", "subject = 'x'", "refused = true", "details = '{}'",
			"mac = 'x'" })
	void aChangedEntryIsNamed(String change) {
		execute("update audit_entry set " + change + " where sequence = 3");
		assertThat(verify()).isEqualTo(new Broken(3, Reason.CHANGED));
	}

	@Test
	void anEntryOfAnUnknownKeyIsNamed() {
		execute("update audit_entry set key_id = 'x' where sequence = 3");
		assertThat(verify()).isEqualTo(new Broken(3, Reason.UNKNOWN_KEY));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 3, 5 })
	void aRemovedEntryIsNamed(long sequence) {
		execute("delete from audit_entry where sequence = " + sequence);
		assertThat(verify()).isEqualTo(new Broken(sequence, Reason.MISSING));
	}

	@Test
	void aRemovedEntryIsNamedEvenIfTheOthersMovedUp() {
		execute("delete from audit_entry where sequence = 3");
		execute("update audit_entry set sequence = 3 where sequence = 4");
		execute("update audit_entry set sequence = 4 where sequence = 5");
		assertThat(verify()).isEqualTo(new Broken(3, Reason.CHANGED));
	}

	@Test
	void exchangedEntriesAreNamed() {
		execute("update audit_entry set sequence = 9 where sequence = 2");
		execute("update audit_entry set sequence = 2 where sequence = 3");
		execute("update audit_entry set sequence = 3 where sequence = 9");
		assertThat(verify()).isEqualTo(new Broken(2, Reason.CHANGED));
	}

	@Test
	void aCutEndIsMissedEvenIfTheHeadWasSetBack() {
		execute("delete from audit_entry where sequence > 3");
		assertThat(verify()).isEqualTo(new Broken(4, Reason.MISSING));
		execute("update audit_head set sequence = 3, entry_mac = (select mac from audit_entry where sequence = 3)");
		assertThat(verify()).isEqualTo(new Broken(3, Reason.CHANGED));
	}

	@Test
	void aCopiedEntryIsNotTakenForANewOne() {
		execute("""
				insert into audit_entry (sequence, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
					subject, refused, details, key_id, mac)
				select 6, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
					subject, refused, details, key_id, mac from audit_entry where sequence = 5
				""");
		assertThat(verify()).isEqualTo(new Broken(6, Reason.CHANGED));
	}

	@Test
	void anEntryBeyondTheEndIsNamed() {
		execute("create table head as select * from audit_head");
		write("entry.6");
		execute("update audit_head set (sequence, entry_mac, mac) = (select sequence, entry_mac, mac from head)");
		assertThat(verify()).isEqualTo(new Broken(6, Reason.ADDED));
	}

	@Test
	void theHeadOfAnEmptyChainDoesNotFitAFullOne() {
		execute("update audit_head set sequence = 0, entry_mac = '', key_id = '', mac = ''");
		assertThat(verify()).isEqualTo(new Broken(1, Reason.ADDED));
	}

	@Test
	void aRemovedHeadIsMissed() {
		execute("delete from audit_head");
		assertThat(verify()).isEqualTo(new Broken(6, Reason.MISSING));
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_head set sequence = 3", "update audit_head set entry_mac = 'x'",
			"update audit_head set key_id = 'x'", "delete from audit_head" })
	void nothingIsAddedToAChainWhoseEndWasChanged(String change) {
		execute(change);
		assertThatExceptionOfType(AuditChainBrokenException.class).isThrownBy(() -> write("entry.6"));
		assertThat(this.database.jdbc().sql("select count(*) from audit_entry").query(Long.class).single())
			.isEqualTo(5);
	}

	@Test
	void aLongChainIsReadPageByPage() {
		this.database.transactions().executeWithoutResult((status) -> {
			for (int number = 6; number <= 2001; number++) {
				this.trail.record(event("entry." + number));
			}
		});
		assertThat(verify()).isInstanceOfSatisfying(Intact.class,
				(intact) -> assertThat(intact.entries()).isEqualTo(2001));
		execute("update audit_entry set subject = 'x' where sequence = 2001");
		assertThat(verify()).isEqualTo(new Broken(2001, Reason.CHANGED));
	}

	private ChainState verify() {
		return TestAudit.chain(this.database).verify();
	}

	private void execute(String sql) {
		this.database.jdbc().sql(sql).update();
	}

	private void write(String action) {
		this.database.transactions().executeWithoutResult((status) -> this.trail.record(event(action)));
	}

	private static AuditEvent event(String action) {
		return new AuditEvent(TenantId.parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), Actor.PORTAL, action, "subject",
				Map.of("b", "2", "a", "1"));
	}

}
