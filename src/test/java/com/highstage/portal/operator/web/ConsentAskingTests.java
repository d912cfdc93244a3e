package com.highstage.portal.operator.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.consent.ConsentTarget;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ConsentAskingTests {

	private static final Map<String, String> ACCOUNTS = Map.of("customer", "app-admin@fabrikam.example", "operator",
			"operator@highstage.example");

	private static final TenantId FABRIKAM = TenantId.parse("fabfabfa-0002-4000-8000-000000000002");

	private static final List<String> FORGED = List.of("", "state=", "state=forged", "state=" + "A".repeat(43));

	private static final List<String> ANSWERS = List.of("", "&admin_consent=True",
			"&admin_consent=True&tenant=fabfabfa-0002-4000-8000-000000000002",
			"&admin_consent=True&tenant=c0c0c0c0-0001-4000-8000-000000000001&scope=x",
			"&error=access_denied&error_description=AADSTS65004%3A+declined",
			"&error=%3Cscript%3E&error_description=x&admin_consent=True");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private ConsentRequests requests;

	private OperatorAtWork work;

	@BeforeEach
	void reset() {
		this.work = new OperatorAtWork(this.portal, this.microsoft365, this.jdbc, this.customers, this.traveller);
	}

	@Test
	void aConsentIsAskedForByMailAndCountsOnceMicrosoftShowsIt() {
		CustomerId id = this.work.invite();
		Person developer = this.work.begun(id, this.traveller.signIn("app-admin@fabrikam.example"));
		this.work.open(id);
		assertThat(this.work.surfer.body()).contains("/consent/allow");
		this.work.surfer.open("/operator/customers/" + id + "/consent/allow");
		Desktop.everyLanguage(this.work.surfer);
		this.work.act(id, "consent/allow", Desktop.press(this.work.surfer),
				Map.of("address", this.work.address, "note", "As agreed"));
		assertThat(this.work.surfer.body()).contains("The mail with the link is on its way");
		assertThat(this.jdbc
			.sql("select l.expires_at = r.due_at from link l join desk_row r on r.tenant_id = l.tenant_id"
					+ " where r.customer_id = :id and l.kind = 'ALLOW'")
			.param("id", id.value())
			.query(Boolean.class)
			.single()).as("the list looks again when the link ends").isTrue();
		ReceivedMail mail = this.work.await("asks you to allow");
		assertThat(mail.text()).contains("Ole Nielsen", "As agreed", "How to undo it", "Fabrikam A/S");
		Surfer boss = new Surfer(this.portal.url()).open(OperatorAtWork.link(mail));
		assertThat(boss.body()).contains("Ole Nielsen of Highstage asks for your help");
		assertThat(Html.errors(boss.body())).isEmpty();
		String asked = status();
		boss.submit("/link", Map.of()).cancel(OperatorAtWork.ADMIN);
		assertThat(boss.body()).contains("Nothing was allowed");
		assertThat(status()).as("who declined has allowed nothing").isEqualTo(asked);
		assertThat(this.traveller.isAllowed("app-admin@fabrikam.example")).isFalse();
		this.work.surfer.open("/operator/customers/" + id);
		assertThat(this.work.surfer.body()).contains("Allowing the setup was declined");
		boss.open(OperatorAtWork.link(mail)).submit("/link", Map.of()).choose(OperatorAtWork.ADMIN);
		assertThat(boss.body()).contains("Thank you");
		assertThat(this.traveller.isAllowed("app-admin@fabrikam.example")).isTrue();
		assertThat(developer.tenant()).isEqualTo(this.customers.find(id).orElseThrow().tenant());
	}

	@Test
	void theApplicationsConsentIsAskedForOnceThereIsOne() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id);
		assertThat(this.work.surfer.open("/operator/customers/" + id + "/consent/consent").status()).isEqualTo(404);
		this.journey.request(admin, Step.PERMISSIONS, Addresses.planned(OperatorAtWork.ADMIN));
		this.traveller.await(admin, (overview) -> overview.report(Step.PERMISSIONS).state().isDone());
		this.work.surfer.open("/operator/customers/" + id + "/consent/consent");
		this.work.act(id, "consent/consent", Desktop.press(this.work.surfer), Map.of("address", ""));
		assertThat(this.work.surfer.body()).contains("Send this to your colleague", "/link/");
		assertThat(Html.errors(this.work.surfer.body())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "stranger", "customer", "operator" })
	void whateverIsTypedIntoTheCallbackTheStatusStays(String who) {
		CustomerId id = this.work.invite();
		this.work.begun(id, this.traveller.signIn("app-admin@fabrikam.example"));
		ask(id);
		Surfer forger = new Surfer(this.portal.url());
		Optional.ofNullable(ACCOUNTS.get(who)).ifPresent(forger::signIn);
		String before = status();
		visit(forger, FORGED);
		visit(forger, List.of("state=" + begin(new ConsentTarget.Portal(new TenantId(UUID.randomUUID())))));
		assertThat(status()).isEqualTo(before);
		String good = "state=" + begin(new ConsentTarget.Portal(FABRIKAM));
		visit(forger, List.of(good, good));
		assertThat(this.traveller.isAllowed("app-admin@fabrikam.example")).isFalse();
		assertThat(this.jdbc
			.sql("select count(*) from link where kind = 'ALLOW' and used_at is null and revoked_at is null")
			.query(Integer.class)
			.single()).as("the link can still be used").isEqualTo(1);
	}

	private static void visit(Surfer forger, List<String> states) {
		for (String state : states) {
			for (String answer : ANSWERS) {
				forger.open("/consent/callback?" + state + answer);
				assertThat(forger.status()).as(state + answer).isEqualTo(200);
			}
		}
	}

	private String begin(ConsentTarget target) {
		return Objects.requireNonNull(
				UriComponentsBuilder.fromUri(this.requests.begin(target)).build().getQueryParams().getFirst("state"));
	}

	private String status() {
		return this.jdbc.sql("select state, step from desk_row order by customer_id")
			.query((row, index) -> row.getString("state") + " " + row.getString("step"))
			.list()
			.toString()
				+ this.jdbc.sql("select step, state from onboarding_step order by step")
					.query((row, index) -> row.getString("step") + " " + row.getString("state"))
					.list();
	}

	private ReceivedMail ask(CustomerId id) {
		this.work.surfer.open("/operator/customers/" + id + "/consent/allow");
		this.work.act(id, "consent/allow", Desktop.press(this.work.surfer), Map.of("address", this.work.address));
		return this.work.await("asks you to allow");
	}

}
