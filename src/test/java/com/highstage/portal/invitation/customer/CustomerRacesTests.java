package com.highstage.portal.invitation.customer;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class CustomerRacesTests {

	private static final int AT_ONCE = 6;

	/** Longer than a command takes that has nothing to wait for. */
	private static final Duration WHILE = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final TenantId fabrikam = new TenantId(UUID.randomUUID());

	private final TenantId contoso = new TenantId(UUID.randomUUID());

	private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);

	private final Database database;

	private final TestCustomers all;

	private final Customers customers;

	CustomerRacesTests(Database database) {
		this.database = database;
		this.all = new TestCustomers(database, new SteppingClock());
		this.customers = this.all.customers();
	}

	@AfterEach
	void close() {
		this.people.shutdownNow();
		assertThat(TestAudit.chain(this.database).verify()).isInstanceOf(AuditChain.Intact.class);
	}

	@Test
	void ofTwoOrganisationsThatSignInByOneLinkOneIsTheCustomer() throws Exception {
		CustomerId id = invite("", null);
		UUID link = this.all.invited(id).links().getFirst().id();
		atOnce(Stream.of(this.fabrikam, this.contoso)
			.flatMap((tenant) -> IntStream.range(0, AT_ONCE / 2).mapToObj((index) -> person(tenant)))
			.map((person) -> () -> done(() -> {
				this.customers.signedIn(link, person);
				return person.tenant();
			})));
		TenantId bound = this.customers.find(id).orElseThrow().tenant();
		assertThat(bound).isIn(this.fabrikam, this.contoso);
		assertThat(count("customer")).isEqualTo(1);
		assertThat(audited("invitation.signed-in")).isEqualTo(1);
	}

	@Test
	void whileSomebodyBeginsAnotherComesByTheInvitation() throws Exception {
		CustomerId id = invite("", null);
		UUID link = this.all.invited(id).links().getFirst().id();
		atOnce(IntStream.range(0, AT_ONCE).mapToObj((index) -> () -> done(() -> {
			if (index % 2 == 0) {
				return this.customers.arrived(person(this.fabrikam)).id();
			}
			this.customers.signedIn(link, person(this.fabrikam));
			return id;
		})));
		assertThat(this.customers.of(this.fabrikam)).map(Customer::id).contains(id);
		assertThat(count("customer")).isEqualTo(1);
	}

	@Test
	void anOrganisationOfWhichManyBeginIsOneCustomer() throws Exception {
		List<CustomerId> ids = atOnce(IntStream.range(0, AT_ONCE)
			.mapToObj((index) -> () -> done(() -> this.customers.arrived(person(this.fabrikam)).id())));
		assertThat(ids).hasSize(AT_ONCE).containsOnly(ids.getFirst());
		assertThat(audited("customer.arrived")).isEqualTo(1);
	}

	@Test
	void whoIsInvitedTwiceAtOnceIsOneCustomer() throws Exception {
		List<CustomerId> ids = atOnce(IntStream.range(0, AT_ONCE)
			.mapToObj((index) -> () -> invite("K-17", (index % 2 == 0) ? this.fabrikam : null)));
		assertThat(ids).containsOnly(ids.getFirst());
		assertThat(count("customer_link")).isEqualTo(AT_ONCE);
	}

	@Test
	void twoOperatorsWhoSendAndReplaceAtOnceLeaveOneAnswer() throws Exception {
		CustomerId id = invite("", null);
		atOnce(IntStream.range(0, AT_ONCE)
			.mapToObj((index) -> () -> done(() -> (index % 2 == 0) ? this.customers.resend(TestCustomers.operator(), id)
					: this.customers.replace(TestCustomers.operator(), id))));
		assertThat(count("customer_link")).isEqualTo(AT_ONCE + 1);
		assertThat(done(() -> this.customers.revoke(TestCustomers.operator(), id))).isTrue();
		assertThat(this.all.invited(id).links()).allMatch((link) -> link.revokedAt() != null);
	}

	@Test
	void twoOperatorsDoNotMatchOneOrganisationToTwoCustomers() throws Exception {
		CustomerId came = done(() -> this.customers.arrived(person(this.fabrikam)).id());
		List<CustomerId> invited = List.of(invite("K-1", null), invite("K-2", null));
		List<Boolean> matched = atOnce(
				invited.stream()
					.map((id) -> () -> done(() -> this.customers
						.match(TestCustomers.operator(), came, id, new PlainName("Fabrikam"), "K-9")
						.isPresent())));
		assertThat(matched).containsExactlyInAnyOrder(true, false);
		assertThat(this.customers.of(this.fabrikam)).map(Customer::id).get().isIn(invited);
	}

	@Test
	void whoSignsInWhileTheLinkIsTakenBackDidNotComeByIt() {
		CustomerId id = invite("", null);
		UUID link = this.all.invited(id).links().getFirst().id();
		Future<Boolean> signedIn = done(() -> {
			this.customers.revoke(TestCustomers.operator(), id);
			return waiting(() -> this.customers.signedIn(link, person(this.fabrikam)));
		});
		assertThat(signedIn).succeedsWithin(PATIENCE).isEqualTo(false);
		assertThat(this.all.signIns.came()).isEmpty();
	}

	@Test
	void whoeverTakesALinkBackWhileSomebodySignsInEndsThatSignIn() {
		CustomerId id = invite("", null);
		UUID link = this.all.invited(id).links().getFirst().id();
		Future<Boolean> revoked = done(() -> {
			assertThat(this.customers.signedIn(link, person(this.fabrikam))).isTrue();
			assertThat(this.all.signIns.came()).as("noted before the transaction ends").containsExactly(link);
			return waiting(() -> this.customers.revoke(TestCustomers.operator(), id));
		});
		assertThat(revoked).succeedsWithin(PATIENCE).isEqualTo(true);
		assertThat(this.all.signIns.ended()).containsExactly(link);
	}

	@Test
	void aNoteThatIsSavedWhileItsCustomerBecomesTheInvitedOneIsKept() {
		CustomerId came = done(() -> this.customers.arrived(person(this.fabrikam)).id());
		CustomerId id = invite("", null);
		UUID link = this.all.invited(id).links().getFirst().id();
		Future<Boolean> signedIn = done(() -> {
			this.customers.note(TestCustomers.operator(), came, "Rang us up");
			return waiting(() -> this.customers.signedIn(link, person(this.fabrikam)));
		});
		assertThat(signedIn).succeedsWithin(PATIENCE).isEqualTo(true);
		assertThat(this.customers.notes(id)).hasSize(1);
		assertThat(this.customers.find(came)).isEmpty();
	}

	@Test
	void aLinkIsOpenedWhileItsCustomerBecomesAnother() {
		CustomerId id = invite("K-1", this.fabrikam);
		UUID link = this.all.invited(id).links().getFirst().id();
		CustomerId same = invite("K-2", null);
		Future<Boolean> opened = done(() -> {
			this.customers.match(TestCustomers.operator(), id, same, new PlainName("Fabrikam"), "K-2");
			return waiting(() -> {
				this.customers.opened(link);
				return true;
			});
		});
		assertThat(opened).succeedsWithin(PATIENCE).isEqualTo(true);
		assertThat(audited("invitation.opened")).isEqualTo(1);
	}

	@Test
	void aNewLinkIsAskedForWhileItsCustomerBecomesAnother() {
		Customers.Invited invited = done(
				() -> this.customers.invite(TestCustomers.operator(), TestCustomers.invitation("K-1", this.fabrikam)));
		CustomerId same = invite("K-2", null);
		done(() -> this.customers.revoke(TestCustomers.operator(), invited.customer().id()));
		String path = invited.sent().address().getPath();
		TokenHash token = TokenHash.of(path.substring(path.lastIndexOf('/') + 1));
		Future<Boolean> asked = done(() -> {
			this.customers.match(TestCustomers.operator(), invited.customer().id(), same, new PlainName("Fabrikam"),
					"K-2");
			return waiting(() -> this.customers.askForNew(token));
		});
		assertThat(asked).succeedsWithin(PATIENCE).isEqualTo(true);
		assertThat(audited("invitation.asked")).isEqualTo(1);
	}

	/** Begins a command of somebody else, which waits for the caller's transaction. */
	private <T> Future<T> waiting(Supplier<T> command) {
		Future<T> begun = this.people.submit(() -> done(command));
		assertThatExceptionOfType(TimeoutException.class)
			.isThrownBy(() -> begun.get(WHILE.toMillis(), TimeUnit.MILLISECONDS));
		return begun;
	}

	private <T> List<T> atOnce(Stream<Callable<T>> deeds) throws Exception {
		List<Future<T>> done = this.people.invokeAll(deeds.toList());
		return done.stream().map(Future::resultNow).toList();
	}

	private CustomerId invite(String reference, @Nullable TenantId expected) {
		return done(() -> this.customers.invite(TestCustomers.operator(), TestCustomers.invitation(reference, expected))
			.customer()
			.id());
	}

	private <T> T done(Supplier<T> command) {
		return this.database.transactions().execute((status) -> command.get());
	}

	private long audited(String action) {
		return this.database.jdbc()
			.sql("select count(*) from audit_entry where action = :action")
			.param("action", action)
			.query(Long.class)
			.single();
	}

	private long count(String table) {
		return this.database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
	}

	private static Person person(TenantId tenant) {
		return TestCustomers.person(tenant, "Adele Vance", "Fabrikam");
	}

}
