package com.highstage.portal.invitation.customer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.Customers.Invited;
import com.highstage.portal.invitation.customer.Customers.Note;
import com.highstage.portal.invitation.customer.Customers.Opened;
import com.highstage.portal.invitation.customer.Customers.Sent;
import com.highstage.portal.notification.Message;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ArrivalsTests {

	private final TenantId fabrikam = new TenantId(UUID.randomUUID());

	private final TenantId contoso = new TenantId(UUID.randomUUID());

	private final Operator operator = TestCustomers.operator();

	private final SteppingClock clock = new SteppingClock();

	private final Database database;

	private final TestCustomers all;

	private final Customers customers;

	ArrivalsTests(Database database) {
		this.database = database;
		// the databases keep microseconds
		this.clock.advance(Duration.ofNanos(1000 - this.clock.instant().getNano() % 1000));
		this.all = new TestCustomers(database, this.clock);
		this.customers = this.all.customers();
	}

	@Test
	void openingAndSigningInAreNotedOnce() {
		Invited invited = invite("", null);
		UUID link = open(invited.sent()).orElseThrow().link().id();
		done(() -> this.customers.opened(link));
		done(() -> this.customers.opened(link));
		signIn(link, person(this.fabrikam));
		signIn(link, person(this.fabrikam));
		InvitationLink noted = open(invited.sent()).orElseThrow().link();
		assertThat(noted.openedAt()).isNotNull();
		assertThat(noted.signedInAt()).isNotNull();
		assertThat(actions(invited.customer())).containsExactly("customer.invited", "invitation.opened",
				"invitation.signed-in");
	}

	@Test
	void theFirstOrganisationThatSignsInIsTheCustomersButNotForCertain() {
		Invited invited = invite("", null);
		UUID link = open(invited.sent()).orElseThrow().link().id();
		signIn(link, person(this.fabrikam));
		signIn(link, person(this.contoso));
		Customer customer = this.customers.find(invited.customer().id()).orElseThrow();
		assertThat(customer.tenant()).isEqualTo(this.fabrikam);
		assertThat(customer.matched()).isFalse();
		assertThat(this.customers.of(this.contoso)).isEmpty();
	}

	@Test
	void anOperatorWhoTriesALinkIsNotTheCustomer() {
		Invited invited = invite("", null);
		UUID link = open(invited.sent()).orElseThrow().link().id();
		signIn(link, this.operator.person());
		assertThat(this.customers.find(invited.customer().id())).contains(invited.customer());
	}

	@Test
	void whoeverCameByThemselvesBecomesTheInvitedOne() {
		Customer came = done(() -> this.customers.arrived(person(this.fabrikam)));
		assertThat(came.invited()).isNull();
		assertThat(came.matched()).isFalse();
		assertThat(came.name()).isEqualTo(new PlainName("Fabrikam"));
		done(() -> this.customers.note(this.operator, came.id(), "Rang us up"));
		this.all.outbox.queue(TestCustomers.reminder(came.id()));
		Invited invited = invite("", null);
		signIn(open(invited.sent()).orElseThrow().link().id(), person(this.fabrikam));
		assertThat(this.customers.find(came.id())).isEmpty();
		assertThat(this.customers.of(this.fabrikam)).map(Customer::id).contains(invited.customer().id());
		assertThat(this.customers.notes(invited.customer().id())).extracting(Note::text).containsExactly("Rang us up");
		assertThat(this.all.events).contains(new CustomerMoved(came.id()));
		assertThat(this.all.outbox.queued()).extracting(Message::about)
			.containsOnly(Customer.about(invited.customer().id()));
		assertThat(done(() -> this.customers.arrived(person(this.fabrikam))).id()).isEqualTo(invited.customer().id());
	}

	@Test
	void anInvitationDoesNotTakeOverACustomerWhoIsKnownForCertain() {
		Customer known = invite("K-1", this.fabrikam).customer();
		Invited other = invite("K-2", null);
		signIn(open(other.sent()).orElseThrow().link().id(), person(this.fabrikam));
		assertThat(this.customers.of(this.fabrikam)).map(Customer::id).contains(known.id());
		assertThat(this.customers.find(other.customer().id()).orElseThrow().tenant()).isNull();
	}

	@Test
	void anOperatorSaysWhichCustomerItIs() {
		Customer came = done(() -> this.customers.arrived(person(this.fabrikam)));
		Customer invited = invite("", null).customer();
		Customer stays = match(came.id(), invited.id(), "K-17").orElseThrow();
		assertThat(stays.id()).isEqualTo(invited.id());
		assertThat(stays.tenant()).isEqualTo(this.fabrikam);
		assertThat(stays.matched()).isTrue();
		assertThat(stays.name()).isEqualTo(new PlainName("Fabrikam Denmark"));
		assertThat(this.customers.find(came.id())).isEmpty();
		assertThat(this.all.events).contains(new CustomerMatched(stays.id(), this.fabrikam, "K-17"),
				new CustomerMoved(came.id()), new CustomerMoved(stays.id()));
	}

	@Test
	void theSameOneAgainIsConfirmed() {
		Customer came = done(() -> this.customers.arrived(person(this.fabrikam)));
		assertThat(match(came.id(), came.id(), "K-17"))
			.hasValueSatisfying((customer) -> assertThat(customer.matched()).isTrue());
	}

	@Test
	void whoeverTurnsOutToBeSomebodyElseIsACustomerOfTheirOwn() {
		Invited invited = invite("", null);
		CustomerId id = invited.customer().id();
		UUID link = open(invited.sent()).orElseThrow().link().id();
		signIn(link, person(this.fabrikam));
		this.all.events.clear();
		assertThat(done(() -> this.customers.release(this.operator, id))).isTrue();
		Customer waits = this.customers.find(id).orElseThrow();
		assertThat(waits.tenant()).isNull();
		assertThat(waits.invited()).isNotNull();
		Customer apart = this.customers.of(this.fabrikam).orElseThrow();
		assertThat(apart.id()).isNotEqualTo(id);
		assertThat(apart.invited()).isNull();
		assertThat(apart.matched()).isFalse();
		assertThat(apart.name()).isEqualTo(new PlainName("Organisation " + this.fabrikam));
		assertThat(open(invited.sent())).as("the other organisation holds this link").isEmpty();
		assertThat(this.all.signIns.ended()).containsExactly(link);
		assertThat(this.all.events).contains(new CustomerMoved(id), new CustomerMoved(apart.id()));
		assertThat(actions(waits)).endsWith("customer.released");
		assertThat(actions(apart)).containsExactly("customer.released");
		assertThat(done(() -> this.customers.release(this.operator, id))).as("done before").isFalse();
	}

	@Test
	void afterThatTheirOwnOrganisationComesByANewLinkOrIsMatched() {
		CustomerId one = released("K-1");
		Sent again = done(() -> this.customers.resend(this.operator, one)).orElseThrow();
		signIn(open(again).orElseThrow().link().id(), person(this.contoso));
		assertThat(this.customers.of(this.contoso)).map(Customer::id).contains(one);
		CustomerId two = released("K-2");
		TenantId own = new TenantId(UUID.randomUUID());
		Customer came = done(() -> this.customers.arrived(person(own)));
		assertThat(match(came.id(), two, "K-2")).map(Customer::tenant).contains(own);
	}

	@Test
	void whoIsKnownForCertainOrWasNeverInvitedIsNotReleased() {
		Customer expected = invite("K-1", this.fabrikam).customer();
		Customer waiting = invite("K-2", null).customer();
		Customer came = done(() -> this.customers.arrived(person(this.contoso)));
		for (Customer customer : List.of(expected, waiting, came)) {
			assertThat(done(() -> this.customers.release(this.operator, customer.id()))).isFalse();
			assertThat(this.customers.find(customer.id())).contains(customer);
		}
	}

	@Test
	void aSignInByALinkThatWasTakenBackMeanwhileDoesNotCountAsComeFromIt() {
		Invited invited = invite("", null);
		UUID link = open(invited.sent()).orElseThrow().link().id();
		assertThat(done(() -> this.customers.signedIn(link, person(this.fabrikam)))).isTrue();
		done(() -> this.customers.revoke(this.operator, invited.customer().id()));
		assertThat(done(() -> this.customers.signedIn(link, person(this.fabrikam)))).isFalse();
		assertThat(this.all.signIns.came()).containsExactly(link);
	}

	@Test
	void whatCannotBeTheSameIsNotMatched() {
		Customer one = invite("K-1", this.fabrikam).customer();
		Customer two = invite("K-2", this.contoso).customer();
		Customer waiting = invite("K-3", null).customer();
		assertThat(match(one.id(), two.id(), "")).as("another organisation").isEmpty();
		assertThat(match(waiting.id(), one.id(), "")).as("no organisation yet").isEmpty();
		assertThat(match(waiting.id(), waiting.id(), "")).as("no organisation yet").isEmpty();
		assertThat(match(new CustomerId(UUID.randomUUID()), waiting.id(), "")).isEmpty();
	}

	private Invited invite(String reference, @Nullable TenantId expected) {
		return done(() -> this.customers.invite(this.operator, TestCustomers.invitation(reference, expected)));
	}

	private CustomerId released(String reference) {
		Invited invited = invite(reference, null);
		signIn(open(invited.sent()).orElseThrow().link().id(), person(new TenantId(UUID.randomUUID())));
		assertThat(done(() -> this.customers.release(this.operator, invited.customer().id()))).isTrue();
		return invited.customer().id();
	}

	private Optional<Customer> match(CustomerId organisation, CustomerId same, String reference) {
		return done(() -> this.customers.match(this.operator, organisation, same, new PlainName("Fabrikam Denmark"),
				reference));
	}

	private Optional<Opened> open(Sent sent) {
		return this.customers.open(TestCustomers.token(sent));
	}

	private void signIn(UUID link, Person person) {
		done(() -> this.customers.signedIn(link, person));
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

	private static Person person(TenantId tenant) {
		return TestCustomers.person(tenant, "Adele Vance", "Fabrikam");
	}

}
