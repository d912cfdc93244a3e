package com.highstage.portal.operator.web;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.vault.TokenHash;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ActionsTests {

	private static final String ADMIN = "global-admin@fabrikam.example";

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

	private final String address = "it-" + UUID.randomUUID() + "@fabrikam.example";

	private Surfer surfer;

	private Operator operator;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		Desktop.clear(this.jdbc);
		this.surfer = new Surfer(this.portal.url());
		this.operator = new Operator(this.traveller.signIn(this.surfer, "operator@highstage.example"));
	}

	@Test
	void theInvitationGoesOutAgainAndOnceMoreForASecondPress() {
		CustomerId id = invite();
		String press = open(id);
		act(id, "resend", press, Map.of());
		assertThat(this.surfer.path()).isEqualTo("/operator/customers/" + id);
		assertThat(this.surfer.body()).contains("The invitation is on its way again");
		assertThat(Html.errors(this.surfer.body())).isEmpty();
		act(id, "resend", press, Map.of());
		assertThat(this.surfer.body()).contains("That was done already");
		assertThat(mails("Please connect")).hasSize(2);
		assertThat(links(id)).isEqualTo(2);
	}

	@Test
	void anotherLinkIsShownOnceAndTheFormerCannotBeUsed() {
		CustomerId id = invite();
		String former = link(mails("Please connect").getFirst());
		act(id, "replace", open(id), Map.of());
		assertThat(this.surfer.body()).contains("Send this link yourself", "data-copy=\"mail-link\"");
		assertThat(Html.errors(this.surfer.body())).isEmpty();
		String link = this.surfer.body().replaceAll("(?s).*value=\"(http[^\"]*/link/[^\"]*)\".*", "$1");
		assertThat(new Surfer(this.portal.url()).open(link).status()).isEqualTo(200);
		assertThat(this.customers.open(TokenHash.of(token(former)))).isEmpty();
		assertThat(this.customers.open(TokenHash.of(token(link)))).isPresent();
		assertThat(this.surfer.open("/operator/customers/" + id).body()).doesNotContain(token(link));
	}

	@Test
	void whatIsTakenBackEndsAndIsSaidBefore() {
		CustomerId id = invite();
		String press = open(id);
		assertThat(this.surfer.body()).contains("whoever signed in with one is signed out");
		act(id, "revoke", press, Map.of());
		assertThat(this.surfer.body()).contains("The links were taken back");
		act(id, "revoke", open(id), Map.of());
		assertThat(this.surfer.body()).contains("There was nothing to do");
	}

	@Test
	void givingUpIsTakenBackByInvitingAgain() {
		CustomerId id = invite();
		act(id, "cancel", open(id), Map.of());
		assertThat(this.surfer.body()).contains("The customer was given up", "Invite them again to take that back");
		assertThat(this.customers.find(id).orElseThrow().cancelledAt()).isNotNull();
		act(id, "resend", UUID.randomUUID().toString(), Map.of());
		assertThat(this.surfer.body()).contains("There was nothing to do");
	}

	@Test
	void aNoteIsKeptAndALongOneIsNotLost() {
		CustomerId id = invite();
		act(id, "note", open(id), Map.of("text", "Call <b>Anna</b>\u202E"));
		assertThat(this.surfer.body()).contains("The note is kept", "Call &lt;b&gt;Anna&lt;/b&gt;");
		act(id, "note", open(id), Map.of("text", "Long " + "x".repeat(2000)));
		assertThat(this.surfer.body()).contains("Please write something, of at most", "Long xxx");
		assertThat(Html.errors(this.surfer.body())).isEmpty();
		assertThat(this.customers.notes(id)).hasSize(1);
	}

	@Test
	void nobodyIsRemindedTwiceADayUnlessTheOperatorInsists() {
		CustomerId id = invite();
		act(id, "remind", open(id), Map.of());
		assertThat(this.surfer.body()).contains("They were written to within the last day, so nothing was sent");
		act(id, "remind", open(id), Map.of("anyway", "true"));
		assertThat(this.surfer.body()).contains("The reminder is on its way");
		assertThat(mails("Please connect")).as("before anybody has begun it is the invitation").hasSize(2);
	}

	@Test
	void whoHasBegunIsToldAtWhichStepItStands() {
		CustomerId id = invite();
		Person admin = begun(id);
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> overview.report(Step.REGISTER).state().isDone());
		act(id, "remind", open(id), Map.of("anyway", "true"));
		assertThat(this.surfer.body()).contains("The reminder is on its way");
		ReceivedMail mail = await("waits for you");
		assertThat(mail.text()).contains("no valid secret", "Ole Nielsen", "/onboarding");
	}

	@Test
	void whoCameByThemselvesBecomesTheInvitedCustomer() {
		CustomerId invited = invite();
		Person admin = this.traveller.signIn(ADMIN, ADMIN);
		CustomerId came = this.customers.arrived(admin).id();
		assertThat(open(came)).isNotEmpty();
		assertThat(this.surfer.body()).contains("Which customer is this?");
		this.surfer.open("/operator/customers/" + came + "/match?q=fabri");
		assertThat(this.surfer.body()).contains("Fabrikam A/S", this.address);
		Desktop.everyLanguage(this.surfer);
		act(came, "match", Desktop.press(this.surfer), Map.of("same", invited.toString(), "name", "", "reference", ""));
		assertThat(this.surfer.path()).isEqualTo("/operator/customers/" + invited);
		assertThat(this.surfer.body()).contains("It is now certain which customer");
		Customer stays = this.customers.of(admin.tenant()).orElseThrow();
		assertThat(stays.id()).isEqualTo(invited);
		assertThat(stays.matched()).isTrue();
		assertThat(this.surfer.open("/operator/customers/" + came).status()).isEqualTo(404);
	}

	@Test
	void whoCameByThemselvesCanBeNamed() {
		CustomerId came = this.customers.arrived(this.traveller.signIn(ADMIN, ADMIN)).id();
		this.surfer.open("/operator/customers/" + came + "/match");
		act(came, "match", Desktop.press(this.surfer), Map.of("same", "", "name", " ", "reference", "K-9"));
		assertThat(this.surfer.body()).contains("id=\"name-error\"", "K-9");
		act(came, "match", Desktop.press(this.surfer), Map.of("same", "", "name", "Fabrikam Nord", "reference", "K-9"));
		Customer named = this.customers.find(came).orElseThrow();
		assertThat(named.name().value()).isEqualTo("Fabrikam Nord");
		assertThat(named.reference()).isEqualTo("K-9");
		assertThat(named.matched()).isTrue();
	}

	@Test
	void aConsentIsAskedForByMailAndCountsOnceMicrosoftShowsIt() {
		CustomerId id = invite();
		Person developer = begun(id, this.traveller.signIn("app-admin@fabrikam.example"));
		open(id);
		assertThat(this.surfer.body()).contains("/consent/allow");
		this.surfer.open("/operator/customers/" + id + "/consent/allow");
		Desktop.everyLanguage(this.surfer);
		act(id, "consent/allow", Desktop.press(this.surfer), Map.of("address", this.address, "note", "As agreed"));
		assertThat(this.surfer.body()).contains("The mail with the link is on its way");
		ReceivedMail mail = await("asks you to allow");
		assertThat(mail.text()).contains("Ole Nielsen", "As agreed", "How to undo it", "Fabrikam A/S");
		Surfer boss = new Surfer(this.portal.url()).open(link(mail));
		assertThat(boss.body()).contains("Ole Nielsen of Highstage asks for your help");
		assertThat(Html.errors(boss.body())).isEmpty();
		boss.submit("/link", Map.of()).cancel(ADMIN);
		assertThat(boss.body()).contains("Nothing was allowed");
		assertThat(this.traveller.isAllowed("app-admin@fabrikam.example")).isFalse();
		this.surfer.open("/operator/customers/" + id);
		assertThat(this.surfer.body()).contains("Allowing the setup was declined");
		boss.open(link(mail)).submit("/link", Map.of()).choose(ADMIN);
		assertThat(boss.body()).contains("Thank you");
		assertThat(this.traveller.isAllowed("app-admin@fabrikam.example")).isTrue();
		assertThat(developer.tenant()).isEqualTo(this.customers.find(id).orElseThrow().tenant());
	}

	@Test
	void theApplicationsConsentIsAskedForOnceThereIsOne() {
		CustomerId id = invite();
		Person admin = begun(id);
		assertThat(this.surfer.open("/operator/customers/" + id + "/consent/consent").status()).isEqualTo(404);
		this.journey.request(admin, Step.PERMISSIONS, Addresses.planned(ADMIN));
		this.traveller.await(admin, (overview) -> overview.report(Step.PERMISSIONS).state().isDone());
		this.surfer.open("/operator/customers/" + id + "/consent/consent");
		act(id, "consent/consent", Desktop.press(this.surfer), Map.of("address", ""));
		assertThat(this.surfer.body()).contains("Send this to your colleague", "/link/");
		assertThat(Html.errors(this.surfer.body())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "resend", "replace", "revoke", "remind", "note", "match", "cancel", "consent/allow",
			"consent/consent" })
	void aCustomerWhoIsNotThereIsNotFound(String action) {
		this.surfer.open("/operator/invite");
		act(new CustomerId(UUID.randomUUID()), action, UUID.randomUUID().toString(), Map.of("text", "x", "name", "x"));
		assertThat(this.surfer.status()).isEqualTo(404);
	}

	@Test
	void aViewerSeesNoButtonsAndCannotPressThem() {
		CustomerId id = invite();
		Surfer viewer = new Surfer(this.portal.url()).signIn("viewer@highstage.example");
		viewer.open("/operator/customers/" + id);
		assertThat(viewer.status()).isEqualTo(200);
		assertThat(viewer.body()).doesNotContain("name=\"press\"");
		for (String action : List.of("resend", "replace", "revoke", "remind", "note", "match", "cancel",
				"consent/allow")) {
			viewer.open("/operator/customers/" + id);
			viewer.submit("/operator/customers/" + id + "/" + action, Map.of("press", UUID.randomUUID().toString()));
			assertThat(viewer.status()).as(action).isEqualTo(404);
		}
		assertThat(links(id)).isEqualTo(1);
	}

	private CustomerId invite() {
		CustomerId id = this.customers.invite(this.operator,
				new Invitation(new PlainName("Fabrikam A/S"), "K-1", new MailAddress(this.address), Language.ENGLISH,
						EnumSet.of(MailPermission.IMAP), List.of(), null, Duration.ofDays(30), new PlainName("")))
			.customer()
			.id();
		await("Please connect");
		return id;
	}

	private Person begun(CustomerId id) {
		return begun(id, this.traveller.signIn(ADMIN, ADMIN));
	}

	private Person begun(CustomerId id, Person person) {
		this.customers.signedIn(this.jdbc.sql("select link_id from customer_link where customer_id = :id")
			.param("id", id.value())
			.query(UUID.class)
			.single(), person);
		return person;
	}

	private String open(CustomerId id) {
		this.surfer.open("/operator/customers/" + id);
		assertThat(this.surfer.status()).isEqualTo(200);
		assertThat(Html.errors(this.surfer.body())).isEmpty();
		return Desktop.press(this.surfer);
	}

	private void act(CustomerId id, String action, String press, Map<String, String> fields) {
		Map<String, String> all = new HashMap<>(fields);
		all.put("press", press);
		this.surfer.submit("/operator/customers/" + id + "/" + action, all);
	}

	private int links(CustomerId id) {
		return this.jdbc.sql("select count(*) from customer_link where customer_id = :id")
			.param("id", id.value())
			.query(Integer.class)
			.single();
	}

	private ReceivedMail await(String subject) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !received(subject).isEmpty());
		return received(subject).getLast();
	}

	private List<ReceivedMail> mails(String subject) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.sql("select count(*) from outgoing_mail where state = 'QUEUED'")
				.query(Integer.class)
				.single() == 0);
		return received(subject);
	}

	private List<ReceivedMail> received(String subject) {
		return this.microsoft365.mails()
			.stream()
			.filter((mail) -> mail.to().contains(this.address) && mail.subject().contains(subject))
			.toList();
	}

	private static String link(ReceivedMail mail) {
		return mail.text().replaceAll("(?s).*(http\\S+/link/\\S+).*", "$1");
	}

	private static String token(String link) {
		String path = URI.create(link).getPath();
		return path.substring(path.lastIndexOf('/') + 1);
	}

}
