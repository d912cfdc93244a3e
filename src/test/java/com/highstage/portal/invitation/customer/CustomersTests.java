package com.highstage.portal.invitation.customer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Operator;
import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.TestInvitation;
import com.highstage.portal.invitation.customer.Customers.Invited;
import com.highstage.portal.invitation.customer.Customers.Note;
import com.highstage.portal.invitation.customer.Customers.Opened;
import com.highstage.portal.invitation.customer.Customers.Sent;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.LinkToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@OnBothDatabases
class CustomersTests {

	private final TenantId fabrikam = new TenantId(UUID.randomUUID());

	private final TenantId contoso = new TenantId(UUID.randomUUID());

	private final Operator operator = TestCustomers.operator();

	private final SteppingClock clock = new SteppingClock();

	private final Database database;

	private final TestCustomers all;

	private final Customers customers;

	CustomersTests(Database database) {
		this.database = database;
		// the databases keep microseconds
		this.clock.advance(Duration.ofNanos(1000 - this.clock.instant().getNano() % 1000));
		this.all = new TestCustomers(database, this.clock);
		this.customers = this.all.customers();
	}

	@Test
	void anInvitationIsKeptAsTheOperatorSaidIt() {
		Invited invited = invite("K-17", this.fabrikam);
		Customer kept = this.customers.find(invited.customer().id()).orElseThrow();
		assertThat(kept).isEqualTo(invited.customer());
		assertThat(kept.tenant()).isEqualTo(this.fabrikam);
		assertThat(kept.matched()).isTrue();
		assertThat(kept.reference()).isEqualTo("K-17");
		Customer.Invited how = this.all.invited(kept.id());
		assertThat(how.invitation()).isEqualTo(TestCustomers.invitation("K-17", this.fabrikam));
		assertThat(how.by()).isEqualTo("Olga Operator");
		assertThat(how.links()).singleElement()
			.satisfies(
					(link) -> assertThat(link.expiresAt()).isEqualTo(this.clock.instant().plus(Duration.ofDays(30))));
		assertThat(this.customers.of(this.fabrikam)).contains(kept);
		assertThat(this.all.events).contains(new CustomerMatched(kept.id(), this.fabrikam, "K-17"),
				new CustomerMoved(kept.id()));
	}

	@Test
	void theMailGoesToTheAdministratorWithALinkThatOpens() {
		Invited invited = invite("", null);
		Message mail = this.all.outbox.queued().getFirst();
		assertThat(mail.to()).isEqualTo(new MailAddress("it@fabrikam.example"));
		assertThat(mail.about()).isEqualTo("customer/" + invited.customer().id());
		assertThat(mail.letter().template()).isEqualTo("invitation");
		assertThat(mail.letter().values()).containsEntry("link", invited.sent().address())
			.containsEntry("line", "See you on Tuesday");
		assertThat(invited.sent().delivery()).isNotNull();
		assertThat(open(invited.sent()))
			.hasValueSatisfying((opened) -> assertThat(opened.customer()).isEqualTo(invited.customer()));
		assertThat(this.database.jdbc().sql("select * from customer_link").query().listOfRows().toString())
			.doesNotContain(invited.sent().address().getPath().substring("/link/".length()));
	}

	@Test
	void withoutAMailServerTheLinkIsCopied() {
		this.all.outbox.withoutServer();
		Sent sent = invite("", null).sent();
		assertThat(sent.delivery()).isNull();
		assertThat(sent.mail()).isNotNull();
		assertThat(open(sent)).isPresent();
	}

	@Test
	void theSameReferenceIsTheSameCustomer() {
		Customer first = invite("K-17", null).customer();
		assertThat(invite("K-17", this.fabrikam).customer().id()).isEqualTo(first.id());
		assertThat(invite("K-17", null).customer().tenant()).isEqualTo(this.fabrikam);
		assertThat(invite("K-17", this.contoso).customer().id()).isNotEqualTo(first.id());
		assertThat(invite("", null).customer().id()).isNotEqualTo(invite("", null).customer().id());
	}

	@Test
	void invitingAgainTakesBackACancellationAndLinksToAnotherAddress() {
		Invited first = invite("K-17", null);
		Invited second = invite("K-17", null);
		assertThat(open(first.sent())).as("the same address").isPresent();
		done(() -> this.customers.cancel(this.operator, first.customer().id()));
		assertThat(open(second.sent())).isEmpty();
		Invited third = invite("K-17", null);
		assertThat(third.customer().cancelledAt()).isNull();
		Invitation said = TestCustomers.invitation("K-17", null);
		done(() -> this.customers.invite(this.operator,
				new Invitation(said.name(), said.reference(), new MailAddress("other@fabrikam.example"),
						said.language(), said.permissions(), said.mailboxes(), null, said.validFor(),
						said.personalLine())));
		assertThat(open(third.sent())).isEmpty();
	}

	@Test
	void formerLinksStayGoodWhenItIsSentAgainAndNotWhenReplaced() {
		Invited first = invite("", null);
		CustomerId id = first.customer().id();
		Sent second = done(() -> this.customers.resend(this.operator, id)).orElseThrow();
		assertThat(open(first.sent())).isPresent();
		assertThat(open(second)).isPresent();
		Sent third = done(() -> this.customers.replace(this.operator, id)).orElseThrow();
		assertThat(third.mail()).isNotNull();
		assertThat(open(first.sent())).isEmpty();
		assertThat(open(second)).isEmpty();
		assertThat(open(third)).isPresent();
		assertThat(this.all.signIns.ended()).isEmpty();
		assertThat(this.all.outbox.queued()).hasSize(2);
	}

	@Test
	void linksThatAskForAConsentAreTakenBackWithTheInvitations() {
		CustomerId id = invite("", this.fabrikam).customer().id();
		Link consent = asked(this.fabrikam);
		Link elsewhere = asked(this.contoso);
		Link colleagues = done(() -> this.all.asked.create(TestInvitation.person(this.fabrikam), LinkKind.ALLOW, null,
				Duration.ofDays(14)))
			.link();
		assertThat(done(() -> this.customers.revoke(this.operator, id))).isTrue();
		assertThat(usable(this.fabrikam)).containsExactly(colleagues.id());
		assertThat(usable(this.contoso)).containsExactly(elsewhere.id());
		assertThat(this.all.signIns.ended()).contains(consent.id()).doesNotContain(elsewhere.id(), colleagues.id());
		Link another = asked(this.fabrikam);
		assertThat(done(() -> this.customers.revoke(this.operator, id))).as("a consent's link alone").isTrue();
		Link last = asked(this.fabrikam);
		assertThat(done(() -> this.customers.cancel(this.operator, id))).isTrue();
		assertThat(usable(this.fabrikam)).containsExactly(colleagues.id());
		for (Link link : List.of(consent, another, last)) {
			assertThat(audited("link.revoked", link.id())).isEqualTo(1);
		}
	}

	@Test
	void revokingEndsEveryLinkAndWhoCameByThem() {
		Invited first = invite("", null);
		CustomerId id = first.customer().id();
		Sent second = done(() -> this.customers.replace(this.operator, id)).orElseThrow();
		assertThat(done(() -> this.customers.revoke(this.operator, id))).isTrue();
		assertThat(open(second)).isEmpty();
		assertThat(this.all.signIns.ended()).hasSize(2);
		assertThat(done(() -> this.customers.revoke(this.operator, id))).isFalse();
	}

	@Test
	void whoWasGivenUpGetsNoFurtherLink() {
		CustomerId id = invite("", null).customer().id();
		assertThat(done(() -> this.customers.cancel(this.operator, id))).isTrue();
		assertThat(done(() -> this.customers.cancel(this.operator, id))).isFalse();
		assertThat(done(() -> this.customers.resend(this.operator, id))).isEmpty();
		assertThat(done(() -> this.customers.replace(this.operator, id))).isEmpty();
		assertThat(this.customers.find(id).orElseThrow().cancelledAt()).isEqualTo(this.clock.instant());
	}

	@Test
	void aLinkEndsOnItsDay() {
		Invited invited = invite("", null);
		this.clock.advance(Duration.ofDays(30).minusSeconds(1));
		assertThat(open(invited.sent())).isPresent();
		assertThat(this.customers.isEnded(TestCustomers.token(invited.sent()))).isFalse();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(open(invited.sent())).isEmpty();
		assertThat(this.customers.isEnded(TestCustomers.token(invited.sent()))).isTrue();
		assertThat(this.customers.isEnded(LinkToken.random().hash())).isFalse();
	}

	@Test
	void whoeverHoldsAnEndedLinkIsHeardOnceADay() {
		Invited invited = invite("K-17", null);
		assertThat(ask(invited.sent())).as("a good link").isFalse();
		this.clock.advance(Duration.ofDays(31));
		assertThat(ask(invited.sent())).isTrue();
		assertThat(ask(invited.sent())).isFalse();
		Message alert = this.all.outbox.queued().getLast();
		assertThat(alert.to()).isEqualTo(new MailAddress("operators@highstage.example"));
		assertThat(alert.letter().values().get("link"))
			.hasToString("https://portal.example/operator/customers/" + invited.customer().id());
		assertThat(this.all.outbox.queued()).hasSize(2);
		this.clock.advance(Duration.ofDays(1));
		assertThat(ask(invited.sent())).isTrue();
	}

	@Test
	void notesAreKeptTheNewestFirst() {
		CustomerId id = invite("", null).customer().id();
		done(() -> this.customers.note(this.operator, id, "First"));
		this.clock.advance(Duration.ofMinutes(1));
		done(() -> this.customers.note(this.operator, id, "Second"));
		assertThat(this.customers.notes(id)).extracting(Note::text, Note::by)
			.containsExactly(tuple("Second", "Olga Operator"), tuple("First", "Olga Operator"));
		assertThat(done(() -> this.customers.note(this.operator, new CustomerId(UUID.randomUUID()), "x"))).isFalse();
	}

	@Test
	void everyCommandIsWrittenDownAndNeverWhatANoteSays() {
		CustomerId id = invite("", null).customer().id();
		done(() -> this.customers.resend(this.operator, id));
		done(() -> this.customers.replace(this.operator, id));
		done(() -> this.customers.note(this.operator, id, "Difficult people"));
		done(() -> this.customers.revoke(this.operator, id));
		done(() -> this.customers.cancel(this.operator, id));
		assertThat(actions(this.customers.find(id).orElseThrow())).containsExactly("customer.invited",
				"invitation.sent", "invitation.replaced", "customer.noted", "invitation.revoked", "customer.cancelled");
		assertThat(this.database.jdbc().sql("select details from audit_entry").query(String.class).list().toString())
			.doesNotContain("Difficult", "/link/", "See you");
		assertThat(TestAudit.chain(this.database).verify()).isInstanceOf(AuditChain.Intact.class);
	}

	private Invited invite(String reference, @Nullable TenantId expected) {
		return done(() -> this.customers.invite(this.operator, TestCustomers.invitation(reference, expected)));
	}

	private Link asked(TenantId tenant) {
		return done(() -> this.all.asked.create(this.operator, tenant, new PlainName("Fabrikam"), LinkKind.CONSENT,
				null, Duration.ofDays(14)))
			.link();
	}

	private List<UUID> usable(TenantId tenant) {
		return this.all.asked.list(tenant)
			.stream()
			.filter((link) -> link.isUsable(this.clock.instant()))
			.map(Link::id)
			.toList();
	}

	private long audited(String action, UUID subject) {
		return this.database.jdbc()
			.sql("select count(*) from audit_entry where action = :action and subject = :subject")
			.param("action", action)
			.param("subject", subject.toString())
			.query(Long.class)
			.single();
	}

	private Optional<Opened> open(Sent sent) {
		return this.customers.open(TestCustomers.token(sent));
	}

	private boolean ask(Sent sent) {
		return done(() -> this.customers.askForNew(TestCustomers.token(sent)));
	}

	private List<String> actions(Customer customer) {
		return this.database.jdbc()
			.sql("select action from audit_entry where subject = :subject order by sequence")
			.param("subject", "customer/" + customer.id())
			.query(String.class)
			.list();
	}

	private <T> T done(Supplier<T> command) {
		return this.database.transactions().execute((status) -> command.get());
	}

	private void done(Runnable command) {
		this.database.transactions().executeWithoutResult((status) -> command.run());
	}

}
