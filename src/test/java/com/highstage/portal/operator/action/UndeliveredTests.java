package com.highstage.portal.operator.action;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.database.Emptying;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
@TestPropertySource(properties = "portal.notification.operators=desk@highstage.example")
class UndeliveredTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	@Autowired
	private Undelivered undelivered;

	@Autowired
	private Traveller traveller;

	@Autowired
	private TransactionTemplate transaction;

	private Surfer surfer;

	private Operator operator;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		Emptying.of(this.jdbc, List.of("customer_link", "desk_term", "desk_row", "customer", "undelivered_alert"));
		// so that nobody tells of a mail before the test does
		this.jdbc.sql("update scheduled_tasks set execution_time = :later where task_name = 'undelivered-mails'")
			.param("later", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1))
			.update();
		this.surfer = new Surfer(this.portal.url());
		this.operator = new Operator(this.traveller.signIn(this.surfer, "operator@highstage.example"));
	}

	@Test
	void theOperatorsAreToldOfEachMailOnceAndTheDeskOffersALinkToCopy() {
		CustomerId id = invite();
		this.undelivered.tell();
		assertThat(alerts(id)).isEmpty();
		this.jdbc.sql("update outgoing_mail set state = 'GIVEN_UP', answer = :answer")
			.param("answer", "451 try again https://evil.example")
			.update();
		this.undelivered.tell();
		this.undelivered.tell();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !alerts(id).isEmpty());
		assertThat(alerts(id)).hasSize(1);
		assertThat(alerts(id).getFirst().subject()).isEqualTo("1 mail to a customer was not delivered");
		assertThat(alerts(id).getFirst().text()).contains("Contoso A/S", "451 try again", "/operator/customers/" + id)
			.doesNotContain("https://evil.example");
		this.surfer.open("/operator/customers/" + id);
		assertThat(this.surfer.body()).contains("A mail was not delivered", "451 try again", "Make a link to copy");
		assertThat(Html.errors(this.surfer.body())).isEmpty();
	}

	@Test
	void whoeverIsToldOfAMailAtTheSameTimeIsToldOnce() {
		invite();
		this.jdbc.sql("update outgoing_mail set state = 'REFUSED'").update();
		CompletableFuture<Void> other = this.transaction.execute((status) -> {
			this.jdbc
				.sql("insert into undelivered_alert (mail_id, told_at) select mail_id, queued_at from outgoing_mail")
				.update();
			CompletableFuture<Void> begun = CompletableFuture.runAsync(this.undelivered::tell);
			// it has read the mail as one that nobody was told of
			Awaitility.await().until(this::somebodyWaits);
			return begun;
		});
		assertThat(other).succeedsWithin(Duration.ofSeconds(30));
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where about not like 'customer/%'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void anAlertThatWasNotDeliveredRaisesNoOther() {
		invite();
		this.jdbc.sql("update outgoing_mail set state = 'REFUSED'").update();
		this.undelivered.tell();
		this.jdbc.sql("update outgoing_mail set state = 'REFUSED'").update();
		this.undelivered.tell();
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where about not like 'customer/%'")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	private CustomerId invite() {
		Customer customer = this.customers
			.invite(this.operator,
					new Invitation(new PlainName("Contoso A/S"), "",
							new MailAddress("u" + UUID.randomUUID().toString().substring(0, 8) + "@contoso.example"),
							Language.ENGLISH, Set.of(MailPermission.IMAP), List.of(), null, Duration.ofDays(30),
							new PlainName("")))
			.customer();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.sql("select count(*) from outgoing_mail where state = 'SENT'")
				.query(Integer.class)
				.single() == 1);
		return customer.id();
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("""
				select count(*) from information_schema.sessions
				where executing_statement like '%insert into undelivered_alert%' and session_id <> session_id()
				""").query(Integer.class).single() == 1;
	}

	/** One about another test's customer may come late. */
	private List<ReceivedMail> alerts(CustomerId about) {
		return this.microsoft365.mails()
			.stream()
			.filter((mail) -> mail.to().contains("desk@highstage.example"))
			.filter((mail) -> mail.text().contains("/operator/customers/" + about))
			.toList();
	}

}
