package com.highstage.portal.onboarding.work;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerMatched;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.OnboardingProperties.Uninvited;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class AdmissionTests {

	private static final MicrosoftProperties MICROSOFT = new MicrosoftProperties(Cloud.GLOBAL,
			URI.create("http://localhost/"), null, null, UUID.randomUUID(), Secret.of("secret"), true);

	private final Person person = TestCustomers.person(new TenantId(UUID.randomUUID()), "Adele Vance", "Fabrikam");

	private final SteppingClock clock = new SteppingClock();

	private final Database database;

	private final Connections connections;

	private final TestCustomers all;

	private final Customers customers;

	AdmissionTests(Database database) {
		this.database = database;
		this.connections = TestRegistration.connections(database, this.clock);
		this.all = new TestCustomers(database, this.clock);
		this.customers = this.all.customers();
	}

	@Test
	void anExpectedOrganisationIsSeenUnderItsReferenceFromTheStart() {
		invite(this.person.tenant());
		for (Uninvited uninvited : Uninvited.values()) {
			assertThat(admission(uninvited).isRefused(this.person)).isFalse();
		}
		finish(Uninvited.REFUSE);
		assertThat(seen()).containsExactly("K-17");
	}

	@Test
	void whoCameByAnInvitationForAnybodyIsSeenOnceAnOperatorSaysWhoItIs() {
		Customers.Invited invited = invite(null);
		UUID link = Objects.requireNonNull(invited.customer().invited()).links().getFirst().id();
		assertThat(admission(Uninvited.REFUSE).isRefused(this.person)).isTrue();
		done(() -> {
			this.customers.signedIn(link, this.person);
			return true;
		});
		assertThat(admission(Uninvited.REFUSE).isRefused(this.person)).isFalse();
		finish(Uninvited.CONFIRM);
		assertThat(seen()).isEmpty();
		match(invited.customer());
		assertThat(seen()).containsExactly("K-18");
	}

	@Test
	void whatAnUninvitedOrganisationConnectsIsSeenAsTheSettingSays() {
		assertThat(admission(Uninvited.REFUSE).isRefused(this.person)).isTrue();
		assertThat(admission(Uninvited.CONFIRM).isRefused(this.person)).isFalse();
		assertThat(admission(Uninvited.SHOW).isRefused(this.person)).isFalse();
		finish(Uninvited.CONFIRM);
		assertThat(seen()).isEmpty();
		match(this.customers.of(this.person.tenant()).orElseThrow());
		assertThat(seen()).containsExactly("K-18");
		assertThat(admission(Uninvited.REFUSE).isRefused(this.person)).isFalse();
	}

	@Test
	void whereEverythingIsShownNobodyNeedsToSayWhoItIs() {
		finish(Uninvited.SHOW);
		assertThat(seen()).containsOnlyNulls().hasSize(1);
	}

	@Test
	void whoWasGivenUpIsNotInvited() {
		Customer customer = invite(this.person.tenant()).customer();
		done(() -> this.customers.cancel(TestCustomers.operator(), customer.id()));
		assertThat(admission(Uninvited.REFUSE).isRefused(this.person)).isTrue();
		finish(Uninvited.CONFIRM);
		assertThat(seen()).isEmpty();
		assertThat(new FirstPlans(this.customers).of(this.person.tenant())).isEqualTo(Plan.standard());
	}

	@Test
	void theFirstPlanIsWhatTheInvitationSays() {
		assertThat(new FirstPlans(this.customers).of(this.person.tenant())).isEqualTo(Plan.standard());
		invite(this.person.tenant());
		Plan plan = new FirstPlans(this.customers).of(this.person.tenant());
		assertThat(plan.contact()).isEqualTo("it@fabrikam.example");
		assertThat(plan.permissions()).isEqualTo(EnumSet.of(MailPermission.IMAP, MailPermission.SMTP));
		assertThat(plan.mailboxes()).hasSize(2);
		assertThat(plan.applicationName()).isEqualTo(Plan.standard().applicationName());
	}

	private Customers.Invited invite(@Nullable TenantId expected) {
		return done(() -> this.customers.invite(TestCustomers.operator(), TestCustomers.invitation("K-17", expected)));
	}

	private void match(Customer customer) {
		done(() -> this.customers.match(TestCustomers.operator(), customer.id(), customer.id(),
				new PlainName("Fabrikam"), "K-18"));
		MatchedCustomers listener = new MatchedCustomers(this.connections);
		this.all.events(CustomerMatched.class).forEach((event) -> done(() -> {
			listener.matched(event);
			return true;
		}));
	}

	private void finish(Uninvited uninvited) {
		Admission admission = admission(uninvited);
		done(() -> {
			admission.customer(this.person);
			Connection connection = admission.connection(this.person);
			this.connections.passed(connection.id(),
					new PassedCheck(1, this.clock.instant(), Set.of(MailPermission.IMAP)));
			return connection;
		});
	}

	private List<String> seen() {
		return this.database.jdbc()
			.sql("select customer_reference from highstage_connection_v1")
			.query(String.class)
			.list();
	}

	private Admission admission(Uninvited uninvited) {
		Duration any = Duration.ofMinutes(1);
		return new Admission(new OnboardingProperties(uninvited, any, any, any, any, any), this.customers,
				this.connections, MICROSOFT);
	}

	private <T> T done(Supplier<T> command) {
		return this.database.transactions().execute((status) -> command.get());
	}

}
