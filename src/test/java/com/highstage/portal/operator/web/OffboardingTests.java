package com.highstage.portal.operator.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.evidence.removal.Removals;
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
import com.highstage.portal.tenant.ConnectionId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator ends a customer's connection that works.
 */
@JourneyTest
class OffboardingTests {

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

	private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

	private Ending ending;

	@BeforeEach
	void reset() {
		OperatorAtWork work = new OperatorAtWork(this.portal, this.microsoft365, this.jdbc, this.customers,
				this.traveller);
		this.ending = new Ending(work, this.microsoft365, this.jdbc, this.journey, this.removals, this.traveller);
	}

	@Test
	void highstageLosesItAtOnceAndTheCustomerIsTold() {
		CustomerId id = this.ending.connected();
		this.ending.work().open(id);
		assertThat(this.ending.work().surfer.body()).contains("/end\"");
		this.ending.work().surfer.open("/operator/customers/" + id + "/end");
		assertThat(this.ending.work().surfer.body()).contains("2 mailboxes", this.ending.work().address,
				"Fabrikam A/S");
		Desktop.everyLanguage(this.ending.work().surfer);
		String press = Desktop.press(this.ending.work().surfer);
		this.ending.end(id, press, "Contoso");
		assertThat(this.ending.work().surfer.body()).contains("This is not the customer", Ending.REASON);
		assertThat(Html.errors(this.ending.work().surfer.body())).isEmpty();
		assertThat(this.ending.row().get("status")).isEqualTo("working");
		this.ending.end(id, press, " fabrikam a/s ");
		assertThat(this.ending.work().surfer.path()).isEqualTo("/operator/customers/" + id);
		assertThat(this.ending.work().surfer.body()).contains("the mail to the customer is on its way",
				"What is still at Microsoft", "Nobody of the customer has begun yet");
		Desktop.everyLanguage(this.ending.work().surfer);
		this.ending.nothingIsStored();
		ReceivedMail mail = this.ending.work().await("has ended");
		assertThat(mail.text()).contains("Ole Nielsen", Ending.REASON, "registration in Exchange",
				"/onboarding/removal");
		assertThat(audited("connection.ended")).singleElement().asString().contains("Ole Nielsen");
		assertThat(this.ending.work().surfer.open("/operator?state=ENDED").body()).contains("Fabrikam A/S",
				"Still at Microsoft:");
		assertThat(this.ending.work().surfer.open("/operator/export.csv").body())
			.contains("mailboxes exchange permissions application");
	}

	@Test
	void thenAnAdministratorSignsInAndEverythingIsRemoved() {
		CustomerId id = this.ending.connected();
		this.ending.end(id);
		Surfer surfer = new Surfer(this.portal.url());
		Person admin = this.traveller.signIn(surfer, OperatorAtWork.ADMIN);
		this.ending.awaitWaiting(admin);
		assertThat(surfer.open("/onboarding").path()).isEqualTo("/onboarding/removal");
		assertThat(surfer.body()).contains("Highstage has ended the connection", "Ole Nielsen", Ending.REASON);
		Desktop.everyLanguage(surfer);
		assertThat(surfer.open("/onboarding/evidence").body()).contains("Still there:", "registration in Exchange");
		surfer.open("/sign-in/extend?resource=EXCHANGE&then=/onboarding/removal");
		surfer.open("/sign-in/extend?resource=GRAPH_APPLICATIONS&then=/onboarding/removal");
		surfer.submit("/onboarding/removal/go-on", Map.of());
		this.ending.awaitOver(admin);
		this.ending.nothingIsLeft();
		this.ending.work().open(id);
		assertThat(this.ending.work().surfer.body()).contains("Everything was taken back");
		assertThat(this.ending.row().get("status")).isEqualTo("ended");
		assertThat((Object) this.chain.verify()).isInstanceOf(AuditChain.Intact.class);
	}

	@Test
	void whoComesBackIsConnectedAnewOnceTheFormerIsRemoved() {
		CustomerId id = this.ending.connected();
		this.ending.end(id);
		Person admin = this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN);
		this.ending.awaitWaiting(admin);
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn(OperatorAtWork.ADMIN);
		surfer.open("/onboarding/removal").submit("/onboarding/plan", Map.of());
		assertThat(surfer.path()).as("refused while the former is there").isEqualTo("/onboarding/removal");
		assertThat(surfer.open("/onboarding/renewal").path()).isEqualTo("/onboarding/removal");
		HttpResponse<String> openPage = surfer
			.send(HttpRequest.newBuilder(this.portal.page("/onboarding/renewal/news")).header("HX-Request", "true"));
		assertThat(openPage.statusCode()).as("htmx goes there").isEqualTo(204);
		assertThat(openPage.headers().firstValue("HX-Redirect")).contains("/onboarding/removal");
		assertThat(this.ending.applications()).extracting((one) -> one.path("uniqueName").asString())
			.containsExactly("highstage-mail-1");
		this.removals.goOn(admin);
		this.ending.awaitOver(admin);
		this.journey.request(admin, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		assertThat(this.ending.applications()).extracting((one) -> one.path("uniqueName").asString())
			.containsExactly("highstage-mail-2");
		assertThat(
				this.jdbc.sql("select status from highstage_connection_v1 order by change").query(String.class).list())
			.containsExactly("ended", "working");
		this.ending.work().open(id);
		assertThat(this.ending.work().surfer.body()).contains("Works").doesNotContain("What is still at Microsoft");
	}

	@Test
	void onceIsEnough() {
		CustomerId id = this.ending.connected();
		String press = this.ending.end(id);
		this.ending.end(id, press, "Fabrikam A/S");
		assertThat(this.ending.work().surfer.body()).contains("That was done already");
		this.ending.end(id, UUID.randomUUID().toString(), "Fabrikam A/S");
		assertThat(this.ending.work().surfer.body()).contains("There was nothing to do");
		this.ending.work().surfer.open("/operator/customers/" + id + "/end");
		assertThat(this.ending.work().surfer.path()).isEqualTo("/operator/customers/" + id);
		this.ending.work().act(id, "remind", this.ending.work().open(id), Map.of("anyway", "true"));
		assertThat(this.ending.work().surfer.body()).contains("There is nothing to remind them of");
		assertThat(this.ending.work().mails("has ended")).hasSize(1);
		assertThat(audited("connection.ended")).hasSize(1);
	}

	@Test
	void whoEndsItAtTheSameTimeEndsItOnce() throws InterruptedException {
		CustomerId id = this.ending.connected();
		Person admin = this.traveller.signIn(OperatorAtWork.ADMIN);
		CountDownLatch go = new CountDownLatch(1);
		Runnable start = () -> this.removals.start(admin, "Fabrikam");
		List<Thread> all = Stream.of(start, press(id), start, press(id), start, press(id))
			.map((deed) -> thread(go, deed))
			.toList();
		go.countDown();
		for (Thread one : all) {
			one.join();
		}
		assertThat(this.failures).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from removal").query(Integer.class).single()).isEqualTo(1);
		assertThat(audited("connection.ended").size() + audited("removal.requested").size()).isEqualTo(1);
		this.ending.nothingIsStored();
		assertThat((Object) this.chain.verify()).isInstanceOf(AuditChain.Intact.class);
	}

	private Thread thread(CountDownLatch go, Runnable deed) {
		return Thread.ofPlatform().start(() -> {
			try {
				go.await();
				deed.run();
			}
			catch (InterruptedException | RuntimeException | AssertionError ex) {
				this.failures.add(ex);
			}
		});
	}

	private Runnable press(CustomerId id) {
		Surfer colleague = new Surfer(this.portal.url());
		colleague.signIn("operator@highstage.example").open("/operator/customers/" + id + "/end");
		String press = Desktop.press(colleague);
		return () -> {
			colleague.submit("/operator/customers/" + id + "/end",
					Map.of("name", "Fabrikam A/S", "reason", "", "press", press));
			assertThat(colleague.status()).as(colleague.body()).isEqualTo(200);
		};
	}

	@Test
	void whatHighstageSaysAfterwardsIsNoNews() {
		this.ending.connected();
		ConnectionId connection = new ConnectionId(
				(UUID) Objects.requireNonNull(this.ending.row().get("connection_id")));
		CustomerId id = this.customers.of(this.traveller.latest(OperatorAtWork.ADMIN).tenant()).orElseThrow().id();
		this.ending.end(id);
		assertThat(
				Boolean.TRUE.equals(this.transaction.execute((status) -> this.credentials.acknowledge(connection, 1))))
			.isFalse();
		assertThat(this.ending.row().get("status")).isEqualTo("ended");
		this.ending.nothingIsStored();
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

}
