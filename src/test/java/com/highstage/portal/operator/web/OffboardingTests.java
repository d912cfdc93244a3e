package com.highstage.portal.operator.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.evidence.removal.PartState;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.onboarding.work.HandMadeApplication;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ConnectionId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator ends a customer's connection.
 */
@JourneyTest
class OffboardingTests {

	private static final String REASON = "The contract ended on 30 November";

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
	private Removals removals;

	@Autowired
	private Credentials credentials;

	@Autowired
	private AuditChain chain;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Traveller traveller;

	private OperatorAtWork work;

	@BeforeEach
	void reset() {
		this.work = new OperatorAtWork(this.portal, this.microsoft365, this.jdbc, this.customers, this.traveller);
	}

	@Test
	void highstageLosesItAtOnceAndTheCustomerIsTold() {
		CustomerId id = connected();
		this.work.open(id);
		assertThat(this.work.surfer.body()).contains("/end\"");
		this.work.surfer.open("/operator/customers/" + id + "/end");
		assertThat(this.work.surfer.body()).contains("2 mailboxes", this.work.address, "Fabrikam A/S");
		Desktop.everyLanguage(this.work.surfer);
		String press = Desktop.press(this.work.surfer);
		end(id, press, "Contoso");
		assertThat(this.work.surfer.body()).contains("This is not the customer", REASON);
		assertThat(Html.errors(this.work.surfer.body())).isEmpty();
		assertThat(row().get("status")).isEqualTo("working");
		end(id, press, " fabrikam a/s ");
		assertThat(this.work.surfer.path()).isEqualTo("/operator/customers/" + id);
		assertThat(this.work.surfer.body()).contains("the mail to the customer is on its way",
				"What is still at Microsoft", "Nobody of the customer has begun yet");
		Desktop.everyLanguage(this.work.surfer);
		nothingIsStored();
		ReceivedMail mail = this.work.await("has ended");
		assertThat(mail.text()).contains("Ole Nielsen", REASON, "registration in Exchange", "/onboarding/removal");
		assertThat(audited("connection.ended")).singleElement().asString().contains("Ole Nielsen");
		assertThat(this.work.surfer.open("/operator?state=ENDED").body()).contains("Fabrikam A/S",
				"Still at Microsoft:");
		assertThat(this.work.surfer.open("/operator/export.csv").body())
			.contains("mailboxes exchange permissions application");
	}

	@Test
	void thenAnAdministratorSignsInAndEverythingIsRemoved() {
		CustomerId id = connected();
		end(id);
		Surfer surfer = new Surfer(this.portal.url());
		Person admin = this.traveller.signIn(surfer, OperatorAtWork.ADMIN);
		awaitWaiting(admin);
		assertThat(surfer.open("/onboarding").path()).isEqualTo("/onboarding/removal");
		assertThat(surfer.body()).contains("Highstage has ended the connection", "Ole Nielsen", REASON);
		Desktop.everyLanguage(surfer);
		assertThat(surfer.open("/onboarding/evidence").body()).contains("Still there:", "registration in Exchange");
		surfer.open("/sign-in/extend?resource=EXCHANGE&then=/onboarding/removal");
		surfer.open("/sign-in/extend?resource=GRAPH_APPLICATIONS&then=/onboarding/removal");
		surfer.submit("/onboarding/removal/go-on", Map.of());
		awaitOver(admin);
		nothingIsLeft();
		this.work.open(id);
		assertThat(this.work.surfer.body()).contains("Everything was taken back");
		assertThat(row().get("status")).isEqualTo("ended");
		assertThat((Object) this.transaction.execute((status) -> this.chain.verify()))
			.isInstanceOf(AuditChain.Intact.class);
	}

	@Test
	void whoComesBackIsConnectedAnewOnceTheFormerIsRemoved() {
		CustomerId id = connected();
		end(id);
		Person admin = this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN);
		awaitWaiting(admin);
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn(OperatorAtWork.ADMIN);
		surfer.open("/onboarding/removal").submit("/onboarding/plan", Map.of());
		assertThat(surfer.path()).as("refused while the former is there").isEqualTo("/onboarding/removal");
		assertThat(applications()).extracting((one) -> one.path("uniqueName").asString())
			.containsExactly("highstage-mail-1");
		this.removals.goOn(admin);
		awaitOver(admin);
		this.journey.request(admin, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		assertThat(applications()).extracting((one) -> one.path("uniqueName").asString())
			.containsExactly("highstage-mail-2");
		assertThat(
				this.jdbc.sql("select status from highstage_connection_v1 order by change").query(String.class).list())
			.containsExactly("ended", "working");
		this.work.open(id);
		assertThat(this.work.surfer.body()).contains("Works").doesNotContain("What is still at Microsoft");
	}

	@Test
	void aSecretThatMicrosoftMadeMeanwhileIsNotStored() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id);
		this.microsoft365.settings(Map.of("latencyMillis", 400));
		this.journey.request(admin, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc
				.sql("select count(*) from step_attempt where call = 'ADD_PASSWORD' and state = 'INTENT'")
				.query(Integer.class)
				.single() == 1);
		end(id);
		this.microsoft365.settings(Map.of("latencyMillis", 0));
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> applications().getFirst().path("passwordCredentials").size() == 1);
		assertThat(this.jdbc.sql("select count(*) from credential where sealed_credential <> ''")
			.query(Integer.class)
			.single()).isZero();
		Person back = this.traveller.signIn(OperatorAtWork.ADMIN);
		awaitWaiting(back);
		this.removals.goOn(back);
		awaitOver(back);
		nothingIsLeft();
		assertThat(this.jdbc.sql("select count(*) from credential").query(Integer.class).single()).isZero();
	}

	@Test
	void onceIsEnough() {
		CustomerId id = connected();
		String press = end(id);
		end(id, press, "Fabrikam A/S");
		assertThat(this.work.surfer.body()).contains("That was done already");
		end(id, UUID.randomUUID().toString(), "Fabrikam A/S");
		assertThat(this.work.surfer.body()).contains("There was nothing to do");
		this.work.surfer.open("/operator/customers/" + id + "/end");
		assertThat(this.work.surfer.path()).isEqualTo("/operator/customers/" + id);
		this.work.act(id, "remind", this.work.open(id), Map.of("anyway", "true"));
		assertThat(this.work.surfer.body()).contains("There is nothing to remind them of");
		assertThat(this.work.mails("has ended")).hasSize(1);
		assertThat(audited("connection.ended")).hasSize(1);
	}

	@Test
	void whereNothingWasMadeItIsOverAtOnce() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id, this.traveller.signIn(OperatorAtWork.ADMIN));
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> !overview.report(Step.ALLOW).state().isDone());
		end(id);
		assertThat(this.jdbc.sql("select count(*) from removal").query(Integer.class).single()).isZero();
		assertThat(
				this.jdbc.sql("select count(*) from onboarding where status = 'ACTIVE'").query(Integer.class).single())
			.isZero();
		assertThat(this.work.await("has ended").text()).contains("Nothing was made");
		Person back = this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN);
		this.journey.request(back, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		assertThat(this.traveller.awaitEnd(back).finished()).isTrue();
	}

	@Test
	void anUnfinishedOneThatNobodyMatchedWaitsForItsRemoval() {
		Person admin = this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN);
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> overview.report(Step.REGISTER).state().isDone());
		CustomerId id = this.customers.of(admin.tenant()).orElseThrow().id();
		end(id, UUID.randomUUID().toString(), admin.organisationName());
		assertThat(this.work.surfer.body()).contains("the portal knows no address of theirs");
		Removal.Standing waits = awaitWaiting(admin);
		assertThat(waits.left()).containsExactly(Part.PERMISSIONS, Part.APPLICATION);
		this.removals.goOn(this.traveller.signIn(OperatorAtWork.ADMIN));
		awaitOver(admin);
		assertThat(applications()).isEmpty();
	}

	@Test
	void whatHighstageSaysAfterwardsIsNoNews() {
		connected();
		ConnectionId connection = new ConnectionId((UUID) row().get("connection_id"));
		CustomerId id = this.customers.of(this.traveller.latest(OperatorAtWork.ADMIN).tenant()).orElseThrow().id();
		end(id);
		assertThat(
				Boolean.TRUE.equals(this.transaction.execute((status) -> this.credentials.acknowledge(connection, 1))))
			.isFalse();
		assertThat(row().get("status")).isEqualTo("ended");
		nothingIsStored();
	}

	@Test
	void linksEndAndSignInsThatCameFromThemToo() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id);
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> overview.report(Step.REGISTER).state().isDone());
		this.journey.linkForColleague(admin, Step.CONSENT);
		Surfer surfer = new Surfer(this.portal.url());
		this.customers.signedIn(link(id), this.traveller.signIn(surfer, OperatorAtWork.ADMIN));
		assertThat(surfer.open("/onboarding").trail()).noneMatch((address) -> address.getPath().endsWith("/authorize"));
		assertThat(usableLinks()).isEqualTo(1);
		end(id);
		assertThat(usableLinks()).isZero();
		assertThat(surfer.open("/onboarding").trail()).as("has to sign in anew")
			.anyMatch((address) -> address.getPath().endsWith("/authorize"));
	}

	@Test
	void whatWasMadeByHandIsRemovedByHand() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id, this.traveller.signIn(OperatorAtWork.ADMIN));
		HandMadeApplication made = HandMadeApplication.make(Browser.ofAnotherApplication(this.microsoft365),
				OperatorAtWork.ADMIN);
		assertThat(this.journey.paste(admin, made.pasted(admin, made.clientId(), made.secret())))
			.isInstanceOf(PasteAnswer.Taken.class);
		this.traveller.await(admin, (now) -> now.report(Step.CONSENT).state().isDone());
		end(id);
		Surfer surfer = new Surfer(this.portal.url());
		Person back = this.traveller.signIn(surfer, OperatorAtWork.ADMIN);
		awaitWaiting(back);
		int before = this.microsoft365.journal().size();
		surfer.open("/onboarding/removal");
		assertThat(surfer.body()).contains(made.clientId(), "Certificates &amp; secrets", "/consent/callback",
				"I have removed it by hand", "pasted here is not the portal");
		Desktop.everyLanguage(surfer);
		surfer.submit("/onboarding/removal/by-hand", Map.of());
		awaitOver(back);
		assertThat(surfer.open("/onboarding/removal").body()).contains("Done by hand, as a person said");
		assertThat(this.microsoft365.journal().stream().skip(before)).noneMatch(Journal.Entry::effect);
		assertThat(this.jdbc.sql("select count(*) from credential where sealed_credential <> ''")
			.query(Integer.class)
			.single()).isZero();
	}

	private int usableLinks() {
		return this.jdbc.sql("select count(*) from link where revoked_at is null and used_at is null")
			.query(Integer.class)
			.single();
	}

	private UUID link(CustomerId id) {
		return this.jdbc.sql("select link_id from customer_link where customer_id = :id")
			.param("id", id.value())
			.query(UUID.class)
			.single();
	}

	private CustomerId connected() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id);
		this.journey.request(admin, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		this.work.surfer.open("/operator/customers/" + id + "/match");
		this.work.act(id, "match", Desktop.press(this.work.surfer),
				Map.of("same", "", "name", "Fabrikam A/S", "reference", "K-1"));
		return id;
	}

	private String end(CustomerId id) {
		this.work.surfer.open("/operator/customers/" + id + "/end");
		String press = Desktop.press(this.work.surfer);
		end(id, press, "Fabrikam A/S");
		assertThat(this.work.surfer.body()).contains("The connection has ended");
		return press;
	}

	private void end(CustomerId id, String press, String name) {
		this.work.act(id, "end", press, Map.of("name", name, "reason", REASON));
	}

	private Map<String, Object> row() {
		return this.jdbc.sql("select * from highstage_connection_v1").query().singleRow();
	}

	private void nothingIsStored() {
		Map<String, Object> row = row();
		assertThat(row.get("status")).isEqualTo("ended");
		assertThat(row.get("sealed_credential")).isNull();
		assertThat(this.jdbc.sql("""
				select count(*) from credential where sealed_credential <> '' or working_copy is not null
				""").query(Integer.class).single()).isZero();
	}

	private List<Map<String, Object>> audited(String action) {
		return this.jdbc.sql("""
				select * from audit_entry where action = :action and tenant_id = :tenant
				and recorded_at >= (select max(started_at) from onboarding)
				""")
			.param("action", action)
			.param("tenant", this.traveller.latest(OperatorAtWork.ADMIN).tenant().value())
			.query()
			.listOfRows();
	}

	private Removal.Standing awaitWaiting(Person person) {
		return await(person,
				(standing) -> standing.current() != null && standing.current().state() == PartState.WAITING_FOR_PERSON);
	}

	private void awaitOver(Person person) {
		await(person, (standing) -> standing.removal().isOver());
	}

	private Removal.Standing await(Person person, java.util.function.Predicate<Removal.Standing> there) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.removals.latest(person.tenant()).orElse(null),
					(standing) -> standing != null && there.test(standing));
	}

	private List<JsonNode> applications() {
		return this.microsoft365.organisation("fabrikam.example")
			.path("applications")
			.valueStream()
			.filter((one) -> one.path("uniqueName").asString("").startsWith("highstage-mail-"))
			.toList();
	}

	private void nothingIsLeft() {
		assertThat(applications()).isEmpty();
		JsonNode exchange = this.microsoft365.organisation("fabrikam.example").path("exchange");
		assertThat(exchange.path("servicePrincipals")).isEmpty();
		assertThat(exchange.path("mailboxPermissions")).isEmpty();
	}

}
