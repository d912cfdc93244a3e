package com.highstage.portal.drift;

import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.Remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What broke is mended with the buttons that its pages offer, long after the secret's
 * value was erased here.
 */
@DriftTest
class DriftMendedTests {

	private static final MailboxAddress MAILBOX = new MailboxAddress(Finished.SUPPORT);

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Finished finished;

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	private Person admin;

	private Meddler meddler;

	@BeforeEach
	void connect() {
		this.admin = this.finished.connect();
		this.meddler = new Meddler(this.microsoft365);
		assertThat(this.finished.count("credential where working_copy is not null")).isZero();
	}

	/**
	 * What broke, and what needs no new secret to be mended.
	 */
	enum Mended {

		ACCESS_GONE((meddler) -> meddler.close(Finished.SUPPORT), Remedy.OPEN_AGAIN),
		PROTOCOL_OFF((meddler) -> meddler.imap(Finished.SUPPORT, false), Remedy.SWITCH_ON),
		REGISTRATION_GONE(Meddler::unregister, Remedy.REGISTER_AGAIN),
		SECRET_REMOVED(Meddler::removeSecret, Remedy.NEW_SECRET);

		private final Consumer<Meddler> change;

		private final Remedy remedy;

		Mended(Consumer<Meddler> change, Remedy remedy) {
			this.change = change;
			this.remedy = remedy;
		}

	}

	@ParameterizedTest
	@EnumSource
	void byOnePress(Mended what) {
		long before = mended();
		what.change.accept(this.meddler);
		this.finished.visit(this.admin);
		assertThat(this.finished.trouble(this.admin).kind()).hasToString(what.name());
		this.journey.mend(this.admin, MAILBOX, MailPermission.IMAP, what.remedy);
		this.traveller.awaitEnd(this.admin);
		await("mended without another visit").until(() -> this.finished.troubles(this.admin).isEmpty());
		assertThat(this.finished.status()).isEqualTo("working");
		assertThat(mended()).isGreaterThan(before);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
	}

	private long mended() {
		return this.finished.count("audit_entry where action = 'trouble.mended'");
	}

	@Test
	void aNewAddressIsFollowedOnceSomebodySaysSo() {
		this.meddler.rename(Finished.SUPPORT, "hilfe@contoso.example");
		this.finished.visit(this.admin);
		this.finished.visit(this.admin);
		assertThat(this.finished.mailboxes()).containsExactly(Finished.SUPPORT);
		this.journey.mend(this.admin, MAILBOX, MailPermission.IMAP, Remedy.OPEN_AGAIN);
		await("followed").until(() -> this.finished.mailboxes().contains("hilfe@contoso.example"));
		this.journey.take(this.admin, Step.SECRET, WayOut.NEW_SECRET);
		this.traveller.awaitEnd(this.admin);
		await("mended").until(() -> this.finished.troubles(this.admin).isEmpty());
		assertThat(this.finished.mailboxes()).containsExactly("hilfe@contoso.example");
	}

}
