package com.highstage.portal.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Embedded;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.verification.MailboxProof.Negative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the mail servers see of a proof.
 */
class ProofAtSimulatorTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final MailPermission SMTP = MailPermission.SMTP;

	private static final Duration LATENCY = Duration.ofMillis(400);

	private static final int MAILBOXES = 50;

	private static ConnectedMicrosoft microsoft;

	private ConnectedContoso contoso;

	@BeforeAll
	static void connect() {
		microsoft = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		microsoft.close();
	}

	@BeforeEach
	void makeAnApplicationByHand() {
		microsoft.calm();
		microsoft.microsoft365().settings(Map.of("extraMailboxes", MAILBOXES));
		this.contoso = new ConnectedContoso(microsoft, Embedded.newDatabase(), Duration.ofHours(2), IMAP, POP, SMTP);
		this.contoso.application().register(this.contoso.application().principalId());
	}

	@AfterEach
	void close() {
		microsoft.microsoft365().settings(Map.of("latencyMillis", 0, "extraMailboxes", 0));
		this.contoso.close();
	}

	@Test
	void noMoreThanTwentyLoginsAreUnderWayAtOnce() {
		chooseAndOpenAll();
		microsoft.microsoft365().settings(Map.of("latencyMillis", LATENCY.toMillis()));
		assertThat(this.contoso.prove(IMAP).passed()).isEqualTo(MAILBOXES);
		List<Instant> arrivals = logins().stream().map(Journal.Entry::at).toList();
		assertThat(arrivals).hasSize(MAILBOXES);
		// each takes as long as the latency at least, so these were under way together
		List<Long> together = arrivals.stream()
			.map((at) -> arrivals.stream()
				.filter((other) -> !other.isBefore(at) && other.isBefore(at.plus(LATENCY)))
				.count())
			.toList();
		assertThat(together).allMatch((number) -> number <= 20).anyMatch((number) -> number > 2);
	}

	@Test
	void whoTakesTheWorkOverGoesOnWhereItWas() {
		chooseAndOpenAll();
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> this.contoso.proveUntil(17, IMAP));
		int before = logins().size();
		assertThat(this.contoso.prove(IMAP).passed()).isEqualTo(MAILBOXES);
		// two of the seventeen were for the beginning, fifteen stored a result
		assertThat(logins().size() - before).isEqualTo(MAILBOXES - 15);
	}

	@Test
	void aProofReadsAndChangesNothing() {
		this.contoso.choose("sales");
		this.contoso.application().open("sales@contoso.example");
		int before = microsoft.microsoft365().journal().size();
		assertThat(this.contoso.prove(IMAP, POP, SMTP).passed()).isEqualTo(3);
		List<Journal.Entry> seen = microsoft.microsoft365().journal();
		assertThat(seen.subList(before, seen.size())).noneMatch(Journal.Entry::effect)
			.extracting(Journal.Entry::call)
			.contains("IMAP AUTHENTICATE", "IMAP EXAMINE", "POP AUTH", "POP STAT", "SMTP AUTH")
			.doesNotContain("IMAP SELECT", "IMAP FETCH", "POP RETR", "POP TOP", "POP DELE");
	}

	@Test
	void theAdministratorsOwnMailboxStaysClosedUnlessSomebodyOpenedIt() {
		assertThat(this.contoso.negative("admin", IMAP)).isEqualTo(Negative.STAYS_CLOSED);
		this.contoso.application().open("admin@contoso.example");
		assertThat(this.contoso.negative("admin", IMAP)).isEqualTo(Negative.OPENS);
		this.contoso.choose("admin");
		assertThat(this.contoso.negative("admin", IMAP)).isEqualTo(Negative.IS_GRANTED);
	}

	private void chooseAndOpenAll() {
		String[] names = IntStream.rangeClosed(1, MAILBOXES).mapToObj("box-%04d"::formatted).toArray(String[]::new);
		this.contoso.choose(names);
		for (String name : names) {
			this.contoso.application().open(name + "@contoso.example");
		}
	}

	private static List<Journal.Entry> logins() {
		return microsoft.microsoft365()
			.journal()
			.stream()
			.filter((entry) -> entry.call().equals("IMAP AUTHENTICATE"))
			.toList();
	}

}
