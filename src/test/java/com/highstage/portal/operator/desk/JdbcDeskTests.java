package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.Desk;
import com.highstage.portal.operator.Desk.Place;
import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskQuery.Secret;
import com.highstage.portal.operator.DeskQuery.Sort;
import com.highstage.portal.operator.DeskQuery.Stuck;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcDeskTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private final MovableClock clock = new MovableClock(NOW);

	private final TestDesk test;

	private final Desk desk;

	JdbcDeskTests(Database database) {
		this.test = new TestDesk(database, this.clock);
		this.desk = this.test.desk;
	}

	@Test
	void aRowComesBackAsItWasWritten() {
		DeskRow row = new DeskRow(new CustomerId(UUID.randomUUID()), "Ærø & Søn", "K-1", "Ærø ApS", "it@aeroe.example",
				"aeroe.example", new TenantId(UUID.randomUUID()), new ConnectionId(UUID.randomUUID()),
				new DeskRow.Standing(CustomerState.WAITS_COLLEAGUE, com.highstage.portal.onboarding.Step.MAILBOXES,
						com.highstage.portal.account.Ability.MAILBOXES, null, NOW.minusSeconds(5)),
				NOW.plusSeconds(60), NOW.plusSeconds(600), true, List.of(Part.MAILBOXES, Part.APPLICATION), NOW);
		this.test.save(row);
		assertThat(this.desk.find(row.customer())).contains(row);
		assertThat(this.desk.list(DeskQuery.ALL, Place.FIRST).rows()).containsExactly(row);
	}

	@Test
	void everySortAndFilterFindsAllRowsOnceInItsOrderForwardsAndBackwards() {
		List<DeskRow> all = many(173);
		for (Sort sort : Sort.values()) {
			for (DeskQuery query : List.of(query(sort, null, null), query(sort, CustomerState.STUCK, null),
					query(sort, null, CustomerState.Group.TROUBLE))) {
				List<DeskRow> expected = all.stream().filter(fits(query)).sorted(order(sort)).toList();
				assertThat(forwards(query)).as("%s", query)
					.usingElementComparator(order(sort))
					.containsExactlyElementsOf(expected);
				assertThat(forwards(query)).as("%s", query).containsExactlyInAnyOrderElementsOf(expected);
				assertThat(backwards(query)).as("%s backwards", query).isEqualTo(forwards(query));
			}
		}
	}

	@Test
	void everySearchFindsAllRowsOnceForwardsAndBackwards() {
		List<DeskRow> all = many(173);
		for (Sort sort : Sort.values()) {
			for (String text : List.of("kunde", "k", "1", "kunde 1", "1 k")) {
				DeskQuery query = new DeskQuery(text, null, null, null, null, false, sort);
				List<DeskRow> expected = all.stream()
					.filter((row) -> !text.contains("1") || row.name().contains(" 1")
							|| row.customer().toString().startsWith("1"))
					.toList();
				assertThat(forwards(query)).as("%s", query).containsExactlyInAnyOrderElementsOf(expected);
				assertThat(backwards(query)).as("%s backwards", query).isEqualTo(forwards(query));
			}
		}
	}

	@Test
	void thePageBeforeTheSecondIsTheFirst() {
		many(120);
		Desk.Page first = this.desk.list(DeskQuery.ALL, Place.FIRST);
		Desk.Page second = this.desk.list(DeskQuery.ALL, new Place(Objects.requireNonNull(first.next()), false));
		assertThat(first.previous()).isNull();
		assertThat(this.desk.list(DeskQuery.ALL, new Place(Objects.requireNonNull(second.previous()), true)))
			.isEqualTo(first);
	}

	@Test
	void whoComesOrMovesMeanwhileNeitherRepeatsNorHidesOthers() {
		List<DeskRow> all = many(120);
		Desk.Page first = this.desk.list(DeskQuery.ALL, Place.FIRST);
		this.test.add("!comes before all", CustomerState.WORKS, NOW);
		DeskRow gone = first.rows().getLast();
		this.test.save(this.test.row(gone.customer(), "zzz moved to the end", CustomerState.WORKS, NOW));
		List<DeskRow> rest = new ArrayList<>();
		Desk.Page page = first;
		while (page.next() != null) {
			page = this.desk.list(DeskQuery.ALL, new Place(page.next(), false));
			rest.addAll(page.rows());
		}
		assertThat(rest).extracting(DeskRow::customer)
			.doesNotHaveDuplicates()
			.containsAll(all.stream().filter((row) -> !first.rows().contains(row)).map(DeskRow::customer).toList())
			.contains(gone.customer());
	}

	@Test
	void aMarkThatIsNoneIsTheBeginning() {
		many(60);
		Desk.Page first = this.desk.list(DeskQuery.ALL, Place.FIRST);
		for (String mark : List.of("x", "_", "zz_" + UUID.randomUUID(), "' or 1=1", first.next() + "0",
				"99999999999999999999_" + UUID.randomUUID())) {
			assertThat(this.desk.list(DeskQuery.ALL, new Place(mark, false))).isEqualTo(first);
			assertThat(this.desk.list(query(Sort.STUCK, null, null), new Place(mark, true)).previous()).isNull();
		}
	}

	@Test
	void everyWordHasToBeginAWordInAnyOrder() {
		DeskRow aeroe = this.test.save(named("Ærø Rederi A/S", "K-1042", "it@aeroe.example"));
		DeskRow strasse = this.test.save(named("Straßenbau GmbH", "S 77", "post@strassenbau.example"));
		assertThat(found("aero")).containsExactly(aeroe);
		assertThat(found("REDERI ærø")).containsExactly(aeroe);
		assertThat(found("strassen gm")).containsExactly(strasse);
		assertThat(found("1042")).containsExactly(aeroe);
		assertThat(found("k-10")).containsExactly(aeroe);
		assertThat(found("it@aeroe.ex")).containsExactly(aeroe);
		assertThat(found("example")).containsExactlyInAnyOrder(aeroe, strasse);
		assertThat(found("rederi gmbh")).isEmpty();
		assertThat(found("ederi")).isEmpty();
		assertThat(found("%")).hasSize(2);
		assertThat(found(aeroe.customer().toString())).containsExactly(aeroe);
		assertThat(found(aeroe.customer().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT)))
			.containsExactly(aeroe);
	}

	@Test
	void wordsThatAreNoLongerTrueFindNothing() {
		DeskRow before = this.test.save(named("Fabrikam", "K-1", "it@fabrikam.example"));
		this.test.save(new DeskRow(before.customer(), "Contoso", "K-1", "", "it@contoso.example", "", null, null,
				before.standing(), null, null, false, List.of(), NOW));
		assertThat(found("fabrikam")).isEmpty();
		assertThat(found("contoso k")).hasSize(1);
	}

	@Test
	void stuckMeansThatSomebodyHasSomethingToDoAndNothingMoved() {
		DeskRow stuck = this.test.add("stuck", CustomerState.WAITS_COLLEAGUE, NOW.minus(Duration.ofDays(3)));
		this.test.add("works", CustomerState.WORKS, NOW.minus(Duration.ofDays(30)));
		DeskRow fresh = this.test.add("fresh", CustomerState.SENT, NOW.minus(Duration.ofDays(1)));
		assertThat(stuck(Stuck.DAY)).containsExactlyInAnyOrder(stuck, fresh);
		assertThat(stuck(Stuck.THREE_DAYS)).containsExactly(stuck);
		assertThat(stuck(Stuck.WEEK)).isEmpty();
		this.clock.move(Duration.ofDays(4));
		assertThat(stuck(Stuck.WEEK)).containsExactly(stuck);
	}

	@Test
	void secretsAreFoundByTheirEnd() {
		DeskRow over = ends(-1);
		DeskRow week = ends(6);
		DeskRow month = ends(29);
		ends(90);
		this.test.add("no secret", CustomerState.SENT, NOW);
		assertThat(secret(Secret.OVER)).containsExactly(over);
		assertThat(secret(Secret.WEEK)).containsExactly(week);
		assertThat(secret(Secret.TWO_MONTHS)).containsExactlyInAnyOrder(week, month);
	}

	@Test
	void exportGoesThroughAllOfThem() {
		List<DeskRow> all = many(1100);
		List<DeskRow> exported = new ArrayList<>();
		this.desk.each(DeskQuery.ALL, exported::add);
		assertThat(exported).hasSameSizeAs(all).containsExactlyInAnyOrderElementsOf(all);
	}

	@Test
	void customersAreKnownByTheirIdsAndTheirOrganisations() {
		DeskRow one = this.test.add("one", CustomerState.SENT, NOW);
		TenantId tenant = new TenantId(UUID.randomUUID());
		DeskRow two = this.test.save(new DeskRow(new CustomerId(UUID.randomUUID()), "two", "", "", "", "", tenant, null,
				one.standing(), null, null, false, List.of(), NOW));
		this.test.add("three", CustomerState.SENT, NOW);
		assertThat(this.desk.known(List.of(one.customer().value(), tenant.value(), two.customer().value())))
			.containsExactlyInAnyOrder(one, two);
		assertThat(this.desk.known(List.of())).isEmpty();
	}

	@Test
	void countsAreWhatIsThere() {
		this.test.add("a", CustomerState.WORKS, NOW);
		this.test.add("b", CustomerState.WORKS, NOW);
		ends(5);
		assertThat(this.test.tallies.within(Duration.ZERO).of(CustomerState.WORKS)).isEqualTo(3);
		assertThat(this.test.tallies.within(Duration.ZERO).secrets()).containsEntry(java.time.LocalDate.of(2026, 12, 1),
				1L);
	}

	private List<DeskRow> found(String text) {
		return this.desk.list(new DeskQuery(text, null, null, null, null, false, Sort.NAME), Place.FIRST).rows();
	}

	private List<DeskRow> stuck(Stuck stuck) {
		return this.desk.list(new DeskQuery("", null, null, stuck, null, false, Sort.STUCK), Place.FIRST).rows();
	}

	private List<DeskRow> secret(Secret secret) {
		return this.desk.list(new DeskQuery("", null, null, null, secret, false, Sort.SECRET), Place.FIRST).rows();
	}

	private DeskRow ends(int days) {
		return this.test.save(new DeskRow(new CustomerId(UUID.randomUUID()), "ends " + days, "", "", "", "", null, null,
				new DeskRow.Standing(CustomerState.WORKS, null, null, null, NOW), null, NOW.plus(Duration.ofDays(days)),
				false, List.of(), NOW));
	}

	/** An id is a word too: one by chance may begin like a number that is sought. */
	private DeskRow named(String name, String reference, String address) {
		return new DeskRow(new CustomerId(UUID.nameUUIDFromBytes(Words.key(name))), name, reference, "", address, "",
				null, null, new DeskRow.Standing(CustomerState.SENT, null, null, null, NOW), null, null, false,
				List.of(), NOW);
	}

	/** Few different names, states and times, so that ids have to break ties. */
	private List<DeskRow> many(int number) {
		Random random = new Random(17);
		List<DeskRow> all = new ArrayList<>();
		CustomerState[] states = CustomerState.values();
		for (int i = 0; i < number; i++) {
			DeskRow.Standing standing = new DeskRow.Standing(states[random.nextInt(states.length)], null, null, null,
					NOW.minusSeconds(random.nextInt(5)));
			all.add(new DeskRow(new CustomerId(new UUID(random.nextLong(), random.nextLong())),
					"Kunde " + random.nextInt(20), "", "", "", "", null, null, standing, null,
					(random.nextInt(3) == 0) ? null : NOW.plusSeconds(random.nextInt(5)), false, List.of(),
					NOW.minusSeconds(random.nextInt(5))));
		}
		this.test.save(all);
		return all;
	}

	private static DeskQuery query(Sort sort, @Nullable CustomerState state, CustomerState.@Nullable Group group) {
		return new DeskQuery("", state, group, null, null, false, sort);
	}

	private static Predicate<DeskRow> fits(DeskQuery query) {
		return (row) -> (query.state() == null || row.standing().state() == query.state())
				&& (query.group() == null || row.standing().state().group() == query.group());
	}

	private static Comparator<DeskRow> order(Sort sort) {
		return switch (sort) {
			case NAME -> Comparator.comparing((row) -> Words.key(row.name()), java.util.Arrays::compareUnsigned);
			case STUCK ->
				Comparator.comparing((row) -> row.standing().state().isOpen() ? row.standing().since() : Instant.MAX);
			case SECRET -> Comparator.comparing((row) -> (row.secretEnds() != null) ? row.secretEnds() : Instant.MAX);
			case CHANGED -> Comparator.comparing(DeskRow::changedAt).reversed();
		};
	}

	private List<DeskRow> forwards(DeskQuery query) {
		Desk.Page page = this.desk.list(query, Place.FIRST);
		List<DeskRow> rows = new ArrayList<>(page.rows());
		while (page.next() != null) {
			page = this.desk.list(query, new Place(page.next(), false));
			rows.addAll(page.rows());
		}
		return rows;
	}

	private List<DeskRow> backwards(DeskQuery query) {
		Desk.Page page = this.desk.list(query, Place.FIRST);
		while (page.next() != null) {
			page = this.desk.list(query, new Place(page.next(), false));
		}
		List<DeskRow> rows = new ArrayList<>(page.rows());
		while (page.previous() != null) {
			page = this.desk.list(query, new Place(page.previous(), true));
			rows.addAll(0, page.rows());
		}
		return rows;
	}

}
