package com.highstage.portal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.audit.AuditEntries.Entry;
import com.highstage.portal.audit.AuditEntries.Filter;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcEntrySearchTests {

	private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

	private static final String CUSTOMER = "customer/4711";

	private final TenantId fabrikam = new TenantId(UUID.randomUUID());

	private final TenantId contoso = new TenantId(UUID.randomUUID());

	private final Actor anna = Actor.person(new PersonId(this.fabrikam, new ObjectId(UUID.randomUUID())), "Anna");

	private final MovableClock clock = new MovableClock(BEGIN);

	private final Database database;

	private final AuditEntries entries;

	JdbcEntrySearchTests(Database database) {
		this.database = database;
		this.entries = TestAudit.entries(database);
	}

	/** One entry a day. */
	@BeforeEach
	void write() {
		AuditTrail trail = TestAudit.trail(this.database, this.clock);
		write(trail, null, Actor.PORTAL, "customer.invited", CUSTOMER);
		write(trail, this.fabrikam, this.anna, "sign-in.began", "s1");
		write(trail, this.contoso, Actor.PORTAL, "connection.checked", "k1");
		write(trail, this.fabrikam, this.anna, "customer.noted", CUSTOMER);
		trail.recordRefusal(new AuditEvent(this.contoso, this.anna, "onboarding.refused", "x", Map.of()));
	}

	private void write(AuditTrail trail, @Nullable TenantId tenant, Actor actor, String action, String subject) {
		this.database.transactions()
			.executeWithoutResult(
					(status) -> trail.record(new AuditEvent(tenant, actor, action, subject, Map.of("a", "b"))));
		this.clock.move(Duration.ofDays(1));
	}

	@Test
	void everythingIsFoundTheNewestFirstPageByPage() {
		List<Long> found = new ArrayList<>();
		long before = Long.MAX_VALUE;
		List<Entry> page = this.entries.find(Filter.ALL, before, 2);
		while (!page.isEmpty()) {
			page.forEach((entry) -> found.add(entry.sequence()));
			before = page.getLast().sequence();
			page = this.entries.find(Filter.ALL, before, 2);
		}
		assertThat(found).containsExactly(5L, 4L, 3L, 2L, 1L);
	}

	@Test
	void whatIsAboutAnOrganisationOrItsCustomerIsFoundOnce() {
		assertThat(sequences(this.entries.about(this.fabrikam, CUSTOMER, Long.MAX_VALUE, 10))).containsExactly(4L, 2L,
				1L);
		assertThat(sequences(this.entries.about(this.fabrikam, CUSTOMER, 4, 1))).containsExactly(2L);
		assertThat(sequences(this.entries.about(null, CUSTOMER, Long.MAX_VALUE, 10))).containsExactly(4L, 1L);
	}

	@Test
	void eachFilterNarrows() {
		assertThat(found(new Filter(this.contoso, "", "", "", false, null, null))).containsExactly(5L, 3L);
		assertThat(found(new Filter(null, CUSTOMER, "", "", false, null, null))).containsExactly(4L, 1L);
		assertThat(found(new Filter(null, "", "Anna", "", false, null, null))).containsExactly(5L, 4L, 2L);
		assertThat(found(new Filter(null, "", this.anna.id(), "", false, null, null))).containsExactly(5L, 4L, 2L);
		assertThat(found(new Filter(null, "", "portal", "", false, null, null))).containsExactly(3L, 1L);
		assertThat(found(new Filter(null, "", "", "connection.checked", false, null, null))).containsExactly(3L);
		assertThat(found(new Filter(null, "", "", "", true, null, null))).containsExactly(5L);
		assertThat(found(new Filter(this.fabrikam, CUSTOMER, "Anna", "customer.noted", false, null, null)))
			.containsExactly(4L);
		assertThat(found(new Filter(this.contoso, CUSTOMER, "", "", false, null, null))).isEmpty();
	}

	@Test
	void daysAreExact() {
		Instant second = BEGIN.plus(Duration.ofDays(1));
		assertThat(found(new Filter(null, "", "", "", false, second, null))).containsExactly(5L, 4L, 3L, 2L);
		assertThat(found(new Filter(null, "", "", "", false, null, second))).containsExactly(1L);
		assertThat(found(new Filter(null, "", "", "", false, second, second.plus(Duration.ofDays(2)))))
			.containsExactly(3L, 2L);
		assertThat(found(new Filter(null, "", "", "", false, BEGIN.plus(Duration.ofDays(90)), null))).isEmpty();
		assertThat(found(new Filter(null, "", "", "", false, null, BEGIN.minus(Duration.ofDays(90))))).isEmpty();
	}

	private List<Long> found(Filter filter) {
		return sequences(this.entries.find(filter, Long.MAX_VALUE, 10));
	}

	private static List<Long> sequences(List<Entry> entries) {
		return entries.stream().map(Entry::sequence).toList();
	}

}
