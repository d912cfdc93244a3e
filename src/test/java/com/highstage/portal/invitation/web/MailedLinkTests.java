package com.highstage.portal.invitation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.ColleagueMails;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.Links.NewLink;
import com.highstage.portal.invitation.Plea;
import com.highstage.portal.invitation.SendForm;
import com.highstage.portal.invitation.TestInvitation;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PortalTest
@TestPropertySource(properties = "portal.limits.links=1000")
class MailedLinkTests {

	private static final TenantId FABRIKAM = TenantId.parse("fabfabfa-0002-4000-8000-000000000002");

	private static final Pattern LINK = Pattern.compile("https?://\\S+/link/[A-Za-z0-9_-]{43}");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Links links;

	@Autowired
	private Contacts contacts;

	@Autowired
	private ColleagueMails mails;

	@Autowired
	private Outbox outbox;

	private final Person person = TestInvitation.person(FABRIKAM);

	/** Another one for each test, because mails come late. */
	private final MailAddress it = new MailAddress("it-" + UUID.randomUUID() + "@fabrikam.example");

	@BeforeEach
	void empty() {
		this.microsoft365.reset();
		this.jdbc.sql("delete from link").update();
		this.jdbc.sql("delete from contact").update();
		this.jdbc.sql("delete from asked_mail").update();
	}

	@Test
	void anAddressIsConfirmedByAButtonAndNotByLooking() {
		this.contacts.ask(this.person, this.it, Language.ENGLISH);
		String link = link(arrived(this.it));
		assertThat(link).startsWith(this.portal.url() + "/link/");
		Surfer scanner = new Surfer(this.portal.url());
		String before = rows();
		for (int i = 0; i < 100; i++) {
			assertThat(scanner.open(link).status()).isEqualTo(200);
		}
		assertThat(rows()).isEqualTo(before);
		Surfer owner = new Surfer(this.portal.url()).open(link);
		assertThat(owner.body()).contains(this.it.value(), "Adele Vance at Fabrikam", "id=\"continue\"");
		assertThat(Html.errors(owner.body())).isEmpty();
		owner.submit("/link", Map.of());
		assertThat(owner.path()).isEqualTo("/link");
		assertThat(owner.body()).contains("The address is confirmed").doesNotContain("action=\"/link\"");
		assertThat(Html.errors(owner.body())).isEmpty();
		assertThat(this.contacts.find(FABRIKAM).orElseThrow().isConfirmed()).isTrue();
		assertThat(owner.cookie("__Host-portal")).as("no session").isEmpty();
		assertThat(scanner.open(link).body()).contains("The address is confirmed");
	}

	@Test
	void aLinkAboutAFormerAddressCannotBeUsed() {
		this.contacts.ask(this.person, this.it, Language.ENGLISH);
		String link = link(arrived(this.it));
		Surfer owner = new Surfer(this.portal.url()).open(link);
		this.contacts.ask(this.person, new MailAddress("help@fabrikam.example"), Language.ENGLISH);
		owner.submit("/link", Map.of());
		assertThat(owner.status()).isEqualTo(404);
		assertThat(new Surfer(this.portal.url()).open(link).status()).isEqualTo(404);
		assertThat(this.contacts.find(FABRIKAM).orElseThrow().isConfirmed()).isFalse();
	}

	@Test
	void aConfirmationNeedsItsFormsToken() {
		this.contacts.ask(this.person, this.it, Language.ENGLISH);
		Surfer owner = new Surfer(this.portal.url()).open(link(arrived(this.it)));
		owner.cookie("__Host-csrf", "");
		owner.submit("/link", Map.of());
		assertThat(owner.status()).isEqualTo(403);
		assertThat(this.contacts.find(FABRIKAM).orElseThrow().isConfirmed()).isFalse();
	}

	@Test
	void aColleaguesMailHasAWorkingLinkAndLeavesNothingBehind() {
		NewLink made = this.links.create(this.person, LinkKind.MAILBOXES, null, Duration.ofDays(14));
		Plea plea = new Plea(LinkKind.MAILBOXES, made.address(), made.link().expiresAt(), Language.ENGLISH,
				made.link().id().toString());
		new SendForm("exchange-admin@fabrikam.example", "Could you, please?").send(this.mails, this.person, plea);
		ReceivedMail mail = arrived(new MailAddress("exchange-admin@fabrikam.example"));
		assertThat(mail.subject()).isEqualTo("Adele Vance asks you to open mailboxes at Fabrikam");
		assertThat(mail.text()).contains("> Could you, please?");
		assertThat(new Surfer(this.portal.url()).open(link(mail)).body()).contains("Open the chosen mailboxes");
		await().atMost(Duration.ofSeconds(30)).until(() -> only(plea).state() == Delivery.State.SENT);
		assertThat(this.jdbc.sql("select * from outgoing_mail").query().listOfRows().toString()).doesNotContain("v1.",
				"/link/");
		assertThat(only(plea).changedAt()).isBefore(Instant.now().plusSeconds(1));
	}

	private Delivery only(Plea plea) {
		return this.outbox.about(plea.about()).getFirst();
	}

	private ReceivedMail arrived(MailAddress to) {
		return await()
			.until(() -> this.microsoft365.mails().stream().filter((mail) -> mail.to().contains(to.value())).toList(),
					(mails) -> !mails.isEmpty())
			.getLast();
	}

	private static String link(ReceivedMail mail) {
		Matcher matcher = LINK.matcher(mail.text());
		assertThat(matcher.find()).isTrue();
		return matcher.group();
	}

	private String rows() {
		return this.jdbc.sql("select * from link").query().listOfRows().toString()
				+ this.jdbc.sql("select * from contact").query().listOfRows();
	}

}
