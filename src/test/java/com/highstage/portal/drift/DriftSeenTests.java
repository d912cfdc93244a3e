package com.highstage.portal.drift;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody changes at Microsoft what was finished, and an administrator's visit sees it.
 */
@DriftTest
class DriftSeenTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Finished finished;

	private Person admin;

	private Meddler meddler;

	@BeforeEach
	void connect() {
		this.admin = this.finished.connect();
		this.meddler = new Meddler(this.microsoft365);
	}

	static Stream<Arguments> changes() {
		return Stream.of(change(Kind.CONSENT_WITHDRAWN, Cause.CONSENT_WITHDRAWN, "", Meddler::withdrawConsent),
				change(Kind.SECRET_REMOVED, Cause.SECRET_REMOVED, "", Meddler::removeSecret),
				change(Kind.APPLICATION_DISABLED, Cause.APPLICATION_DISABLED, "", (meddler) -> meddler.enable(false)),
				change(Kind.APPLICATION_GONE, Cause.APPLICATION_DELETED, "", Meddler::deletePrincipal),
				change(Kind.APPLICATION_GONE, Cause.APPLICATION_DELETED, "", Meddler::deleteApplication),
				change(Kind.REGISTRATION_GONE, Cause.REGISTRATION_REMOVED, "", Meddler::unregister),
				change(Kind.ACCESS_GONE, Cause.ACCESS_TAKEN, Finished.SUPPORT,
						(meddler) -> meddler.close(Finished.SUPPORT)),
				change(Kind.PROTOCOL_OFF, Cause.PROTOCOL_OFF, Finished.SUPPORT,
						(meddler) -> meddler.imap(Finished.SUPPORT, false)),
				change(Kind.MAILBOX_RENAMED, Cause.MAILBOX_RENAMED, Finished.SUPPORT,
						(meddler) -> meddler.rename(Finished.SUPPORT, "hilfe@contoso.example")),
				change(Kind.MAILBOX_GONE, Cause.MAILBOX_DELETED, Finished.SUPPORT,
						(meddler) -> meddler.delete(Finished.SUPPORT)));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("changes")
	void isToldApartAndToldOnce(Kind kind, Cause cause, String subject, Consumer<Meddler> change) {
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		long before = found();
		change.accept(this.meddler);
		this.finished.visit(this.admin);
		Trouble trouble = this.finished.trouble(this.admin);
		assertThat(trouble.kind()).isEqualTo(kind);
		assertThat(trouble.subject()).isEqualTo(subject);
		assertThat(trouble.explanation().key()).isEqualTo(cause.key());
		assertThat(trouble.source()).isEqualTo(Source.VISIT);
		assertThat(this.finished.status()).isEqualTo("attention");
		this.finished.visit(this.admin);
		List<ReceivedMail> mails = this.finished.told();
		this.finished.visit(this.admin);
		assertThat(this.finished.told()).isEqualTo(mails)
			.extracting(ReceivedMail::subject)
			.containsExactlyInAnyOrder("Forbindelsen mellem Contoso og Highstage kræver opmærksomhed",
					"Contoso: the connection needs attention");
		assertThat(found()).isGreaterThan(before);
	}

	@Test
	void consentThatIsGivenAgainIsMended() {
		this.finished.untold(() -> {
			this.meddler.enable(false);
			this.finished.visit(this.admin);
			assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.APPLICATION_DISABLED);
			this.meddler.enable(true);
			this.finished.visit(this.admin);
			assertThat(this.finished.troubles(this.admin)).isEmpty();
		});
		assertThat(this.finished.status()).isEqualTo("working");
		assertThat(this.finished.told()).as("what is mended before it was told").isEmpty();
	}

	private long found() {
		return this.finished.count("audit_entry where action = 'trouble.found'");
	}

	private static Arguments change(Kind kind, Cause cause, String subject, Consumer<Meddler> change) {
		return Arguments.of(kind, cause, subject, change);
	}

}
