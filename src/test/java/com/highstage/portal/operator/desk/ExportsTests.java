package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.StaffMember;
import com.highstage.portal.audit.AuditEntries;
import com.highstage.portal.audit.AuditEntries.Entry;
import com.highstage.portal.audit.AuditEntries.Filter;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskQuery.Sort;
import com.highstage.portal.operator.DeskRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnBothDatabases
class ExportsTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private final MovableClock clock = new MovableClock(NOW);

	private final StaffMember viewer = new StaffMember(person(), false);

	private final TestDesk desk;

	private final Exports exports;

	private final AuditEntries entries;

	ExportsTests(Database database) {
		this.desk = new TestDesk(database, this.clock);
		this.exports = new Exports(this.desk.desk, TestAudit.trail(database, this.clock),
				database.transactionManager());
		this.entries = TestAudit.entries(database);
	}

	@Test
	void whoMovesMeanwhileIsNotMissed() {
		List<DeskRow> rows = new ArrayList<>();
		for (int i = 0; i < 1100; i++) {
			rows.add(this.desk.row(new CustomerId(UUID.randomUUID()), "Customer " + i, CustomerState.SENT, NOW)
				.at(NOW.minusSeconds(i)));
		}
		this.desk.save(rows);
		List<CustomerId> read = new ArrayList<>();
		this.exports.read(this.viewer, DeskQuery.ALL.by(Sort.CHANGED), "", (row) -> {
			if (read.isEmpty()) {
				this.desk.save(rows.getLast().at(NOW.plus(Duration.ofHours(1))));
			}
			read.add(row.customer());
		});
		assertThat(read).hasSize(1100).contains(rows.getLast().customer()).doesNotHaveDuplicates();
	}

	@Test
	void whoGotWhichCustomersIsWrittenDown() {
		this.desk.add("Fabrikam", CustomerState.SENT, NOW);
		this.desk.add("Contoso", CustomerState.WORKS, NOW);
		this.exports.read(this.viewer, DeskQuery.ALL, "?q=x", (row) -> {
		});
		assertThat(written().action()).isEqualTo("customers.exported");
		assertThat(written().actorName()).isEqualTo(this.viewer.person().name());
		assertThat(written().details()).isEqualTo(Map.of("filter", "?q=x", "number", "2"));
	}

	@Test
	void whatSomebodyGotBeforeTheyWentIsWrittenDownToo() {
		this.desk.add("Fabrikam", CustomerState.SENT, NOW);
		this.desk.add("Contoso", CustomerState.WORKS, NOW);
		assertThatThrownBy(() -> this.exports.read(this.viewer, DeskQuery.ALL, "", (row) -> {
			throw new IllegalStateException("gone");
		})).hasMessage("gone");
		assertThat(written().details()).containsEntry("number", "1");
	}

	private Entry written() {
		List<Entry> found = this.entries.find(Filter.ALL, Long.MAX_VALUE, 10);
		assertThat(found).hasSize(1);
		return found.getFirst();
	}

	private static Person person() {
		return TestCustomers.operator().person();
	}

}
