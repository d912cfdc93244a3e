package com.highstage.portal.operator.web;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator at a browser, with a customer to help.
 */
final class OperatorAtWork {

	static final String ADMIN = "global-admin@fabrikam.example";

	/**
	 * Where this customer's mails go; another one for each test, because mails come late.
	 */
	final String address = "it-" + UUID.randomUUID() + "@fabrikam.example";

	final Surfer surfer;

	private final Operator operator;

	private final Microsoft365Simulator microsoft365;

	private final JdbcClient jdbc;

	private final Customers customers;

	private final Traveller traveller;

	OperatorAtWork(PortalProperties portal, Microsoft365Simulator microsoft365, JdbcClient jdbc, Customers customers,
			Traveller traveller) {
		this.microsoft365 = microsoft365;
		this.jdbc = jdbc;
		this.customers = customers;
		this.traveller = traveller;
		traveller.reset();
		Desktop.clear(jdbc);
		this.surfer = new Surfer(portal.url());
		this.operator = new Operator(traveller.signIn(this.surfer, "operator@highstage.example"));
	}

	CustomerId invite() {
		CustomerId id = this.customers.invite(this.operator,
				new Invitation(new PlainName("Fabrikam A/S"), "K-1", new MailAddress(this.address), Language.ENGLISH,
						EnumSet.of(MailPermission.IMAP), List.of(), null, Duration.ofDays(30), new PlainName("")))
			.customer()
			.id();
		await("Please connect");
		return id;
	}

	Person begun(CustomerId id) {
		return begun(id, this.traveller.signIn(ADMIN, ADMIN));
	}

	Person begun(CustomerId id, Person person) {
		this.customers.signedIn(this.jdbc.sql("select link_id from customer_link where customer_id = :id")
			.param("id", id.value())
			.query(UUID.class)
			.single(), person);
		return person;
	}

	String open(CustomerId id) {
		this.surfer.open("/operator/customers/" + id);
		assertThat(this.surfer.status()).isEqualTo(200);
		assertThat(Html.errors(this.surfer.body())).isEmpty();
		return Desktop.press(this.surfer);
	}

	void act(CustomerId id, String action, String press, Map<String, String> fields) {
		Map<String, String> all = new HashMap<>(fields);
		all.put("press", press);
		this.surfer.submit("/operator/customers/" + id + "/" + action, all);
	}

	int links(CustomerId id) {
		return this.jdbc.sql("select count(*) from customer_link where customer_id = :id")
			.param("id", id.value())
			.query(Integer.class)
			.single();
	}

	ReceivedMail await(String subject) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !received(subject).isEmpty());
		return received(subject).getLast();
	}

	List<ReceivedMail> mails(String subject) {
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

	static String link(ReceivedMail mail) {
		return mail.text().replaceAll("(?s).*(http\\S+/link/\\S+).*", "$1");
	}

	static String token(String link) {
		String path = URI.create(link).getPath();
		return path.substring(path.lastIndexOf('/') + 1);
	}

}
