package com.highstage.portal.onboarding.work;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.OrganisationMoved;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A contact who confirms the address whenever it suits them.
 */
@JourneyTest
@Import(LookAfterConfirmationTests.HeldEnd.class)
class LookAfterConfirmationTests {

	private static final MailAddress IT = new MailAddress("it@contoso.example");

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Links links;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private HeldEnd end;

	private Person admin;

	@BeforeEach
	void aJourneyWithAContact() {
		this.traveller.reset();
		this.admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		this.contacts.ask(this.admin, IT, Language.ENGLISH);
	}

	@AfterEach
	void letGo() {
		this.end.letGo();
	}

	@Test
	void whoConfirmsInTheInstantOfTheEndIsToldOnce() throws InterruptedException {
		this.end.hold();
		request();
		this.end.awaitHeld();
		CompletableFuture<Boolean> confirmation = CompletableFuture.supplyAsync(this::confirm);
		// until it is done or waits for the end
		confirmation.copy().completeOnTimeout(false, 1, TimeUnit.SECONDS).join();
		this.end.letGo();
		assertThat(confirmation.join()).isTrue();
		this.traveller.awaitEnd(this.admin);
		assertThat(told()).isOne();
	}

	@Test
	void whoConfirmsLaterIsToldOnce() {
		request();
		this.traveller.awaitEnd(this.admin);
		assertThat(told()).isZero();
		assertThat(confirm()).isTrue();
		assertThat(told()).isOne();
		assertThat(confirm()).as("pressed twice").isTrue();
		assertThat(told()).isOne();
	}

	private void request() {
		this.journey.request(this.admin, Step.CHECK, Addresses.planned("admin@contoso.example"));
	}

	private boolean confirm() {
		List<Link> asked = this.links.list(this.admin.tenant());
		return this.contacts
			.confirm(asked.stream().filter((link) -> link.kind() == LinkKind.CONTACT).findFirst().orElseThrow());
	}

	private int told() {
		return this.jdbc.sql("select count(*) from outgoing_mail where recipient = :address and about <> :question")
			.param("address", IT.value())
			.param("question", Contacts.about(this.admin.tenant()))
			.query(Integer.class)
			.single();
	}

	/**
	 * Holds the transaction that ends a journey right before its commit.
	 */
	static class HeldEnd {

		private final JdbcClient jdbc;

		private volatile CountDownLatch held = new CountDownLatch(0);

		private volatile CountDownLatch free = new CountDownLatch(0);

		HeldEnd(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		void hold() {
			this.held = new CountDownLatch(1);
			this.free = new CountDownLatch(1);
		}

		void awaitHeld() throws InterruptedException {
			assertThat(this.held.await(60, TimeUnit.SECONDS)).as("a journey's end").isTrue();
		}

		void letGo() {
			this.free.countDown();
		}

		@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
		void moved(OrganisationMoved moved) throws InterruptedException {
			boolean ended = this.jdbc
				.sql("select count(*) from onboarding where tenant_id = :tenant and status = 'DONE'")
				.param("tenant", moved.tenant().value())
				.query(Long.class)
				.single() > 0;
			if (ended) {
				this.held.countDown();
				this.free.await();
			}
		}

	}

}
