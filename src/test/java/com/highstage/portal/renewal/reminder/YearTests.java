package com.highstage.portal.renewal.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.credential.Succession;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.renewal.Reminder;
import com.highstage.portal.renewal.Reminder.Recipient;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.verification.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year of a thousand connections: some renew early, some late, some after the end, some
 * never; Highstage acknowledges soon, late or never; and somebody who may remove secrets
 * is there each day, or once a week.
 */
class YearTests {

	private static final int MANY = 1000;

	private static final int YEAR = 365;

	private static final Duration OVERLAP = Duration.ofDays(14);

	private final Remembered all = new Remembered(Embedded.newDatabase());

	private final Instant begin = this.all.clock.instant();

	private final ReminderRound round = this.all.round(Remembered.OPERATORS);

	@Test
	void aYearPassesForAThousandConnections() {
		List<Life> lives = IntStream.range(0, MANY).mapToObj(Life::new).toList();
		for (int day = 0; day <= YEAR; day++) {
			int today = day;
			lives.forEach((life) -> life.live(today));
			this.round.run();
			this.all.clock.move(Duration.ofDays(1));
		}
		Map<String, List<String>> mails = this.all.outbox.queued()
			.stream()
			.collect(Collectors.groupingBy((mail) -> mail.to().value(), Collectors
				.mapping((mail) -> String.valueOf(mail.letter().values().get("days")), Collectors.toList())));
		lives.forEach((life) -> life.check(mails.getOrDefault(life.contact, List.of())));
		assertThat(lives).filteredOn(Life::hasEnded).as("some have ended").hasSizeGreaterThan(MANY / 10);
		assertThat(mails.get(Remembered.OPERATORS.value()))
			.hasSize(lives.stream().mapToInt((life) -> life.course.reminders(YEAR).size()).sum());
	}

	/**
	 * One connection's year.
	 */
	private final class Life {

		private final Course course;

		private final String contact;

		private final Map<Integer, Integer> removed = new TreeMap<>();

		private final List<Course.Version> versions;

		private @Nullable Connection connection;

		Life(int number) {
			this.course = Course.of(number);
			this.versions = this.course.versions(YEAR);
			this.contact = (number % 3 == 2) ? "" : "it@customer%d.example".formatted(number);
		}

		void live(int day) {
			if (day == this.course.begins()) {
				Connection begun = YearTests.this.all.connected(this.course.lifetime());
				this.connection = begun;
				if (!this.contact.isEmpty()) {
					YearTests.this.all.contact(begun, this.contact, true);
				}
				return;
			}
			this.versions.stream()
				.filter((version) -> version.begins() + this.course.acknowledges() == day)
				.forEach(this::acknowledge);
			if (day > this.course.begins() && this.course.isVisited(this.versions, day)) {
				visit(day);
			}
		}

		private Connection begun() {
			return Objects.requireNonNull(this.connection);
		}

		private ConnectionId id() {
			return begun().id();
		}

		private void acknowledge(Course.Version version) {
			YearTests.this.all.in(() -> YearTests.this.all.credentials.acknowledge(id(), version.sequence()));
		}

		private void visit(int day) {
			boolean renews = this.versions.stream().anyMatch((version) -> version.begins() == day);
			if (!renews && this.removed.size() + 1 == begun(day)) {
				return;
			}
			removeWhatMayGo(day);
			if (renews) {
				assertThat(succession().fullUntil()).as("room for another secret on day %d", day).isEmpty();
				YearTests.this.all.renewed(begun(), this.course.lifetime());
				removeWhatMayGo(day);
			}
			Succession now = succession();
			assertThat(now.liveOurs()).as("ours that live on day %d", day).hasSizeLessThanOrEqualTo(Succession.MOST);
			assertThat(now.offered()).isNotNull().extracting(CredentialVersion::state).isNotEqualTo(State.REMOVED);
		}

		private void removeWhatMayGo(int day) {
			succession().due().forEach((version) -> remove(version, day));
		}

		private long begun(int day) {
			return this.versions.stream().filter((version) -> version.begins() <= day).count();
		}

		private void remove(CredentialVersion version, int day) {
			this.removed.put((int) version.sequence(), day);
			YearTests.this.all.in(() -> {
				YearTests.this.all.credentials.removed(id(), Objects.requireNonNull(version.keyId()));
				return version;
			});
		}

		private Succession succession() {
			return YearTests.this.all.in(() -> new Succession(YearTests.this.all.credentials.versions(id()),
					YearTests.this.all.credentials.offered(id()).orElse(null), OVERLAP,
					YearTests.this.all.clock.instant()));
		}

		private boolean hasEnded() {
			return this.versions.getLast().ends() <= YEAR;
		}

		void check(List<String> mails) {
			Map<String, Integer> expected = this.course.reminders(YEAR);
			List<Reminder> reminders = YearTests.this.all.reminders.of(id());
			assertThat(told(reminders, Recipient.OPERATORS)).as("operators, %s", this.course).isEqualTo(expected);
			assertThat(told(reminders, Recipient.CUSTOMER)).as("customer, %s", this.course).isEqualTo(expected);
			assertThat(mails).as("mails to %s, %s", this.contact, this.course)
				.containsExactlyInAnyOrderElementsOf(this.contact.isEmpty() ? List.of()
						: expected.keySet().stream().map((key) -> key.substring(key.indexOf('/') + 1)).toList());
			assertThat(this.removed).as("removals, %s", this.course).isEqualTo(this.course.removals(YEAR));
			assertThat(YearTests.this.all.troubles.of(id())
				.stream()
				.anyMatch((trouble) -> trouble.kind() == Trouble.Kind.SECRET_ENDED))
				.as("known as ended, %s", this.course)
				.isEqualTo(this.versions.stream().anyMatch(this::endedUnrenewed));
		}

		private boolean endedUnrenewed(Course.Version version) {
			return this.course.reminders(YEAR).containsKey(version.sequence() + "/0");
		}

		private Map<String, Integer> told(List<Reminder> reminders, Recipient recipient) {
			Map<String, Integer> told = new TreeMap<>();
			List<Reminder> theirs = new ArrayList<>(reminders);
			theirs.removeIf((reminder) -> reminder.recipient() != recipient);
			theirs.forEach((reminder) -> told.put(reminder.sequence() + "/" + reminder.threshold(),
					(int) Duration.between(YearTests.this.begin, reminder.at()).toDays()));
			assertThat(theirs).hasSameSizeAs(told.keySet());
			return told;
		}

	}

}
