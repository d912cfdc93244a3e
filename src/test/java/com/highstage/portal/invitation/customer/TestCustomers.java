package com.highstage.portal.invitation.customer;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.account.SignInsOnPaper;
import com.highstage.portal.account.VendorOrganisation;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.TestInvitation;
import com.highstage.portal.invitation.mail.MailsOnPaper;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

/**
 * The real customers in a database, without a Spring context; events and mails are kept.
 */
public final class TestCustomers {

	static final TenantId VENDOR = new TenantId(UUID.fromString("41111111-0006-4000-8000-000000000006"));

	final MailsOnPaper outbox = new MailsOnPaper();

	final List<Object> events = new CopyOnWriteArrayList<>();

	final SignInsOnPaper signIns = new SignInsOnPaper();

	final Links asked;

	final Customers customers;

	public TestCustomers(Database database, Clock clock) {
		this(database, clock, (event) -> {
		});
	}

	public TestCustomers(Database database, Clock clock, ApplicationEventPublisher listener) {
		PortalProperties portal = new PortalProperties(URI.create("https://portal.example"));
		JdbcCustomerLinks links = new JdbcCustomerLinks(database.jdbc(), clock);
		JdbcCustomerNotes notes = new JdbcCustomerNotes(database.jdbc(), clock);
		JdbcCustomerRows rows = new JdbcCustomerRows(database.jdbc(), links, notes, this.outbox);
		CustomerRecords records = new CustomerRecords(TestAudit.trail(database, clock), (event) -> {
			this.events.add(event);
			listener.publishEvent(event);
		});
		NotificationProperties mail = new NotificationProperties(null, "Highstage Portal", null,
				new MailAddress("operators@highstage.example"), Duration.ofMinutes(1), Duration.ofHours(72),
				Duration.ofDays(90));
		VendorOrganisation vendor = VENDOR::equals;
		this.asked = TestInvitation.links(database, clock, this.signIns);
		this.customers = new MailedCustomers(rows, notes,
				new InvitationLinks(links, this.outbox, this.asked, this.signIns, portal),
				new Arrivals(rows, links, records, new OperatorAlerts(this.outbox, mail, portal), vendor, clock),
				records, clock);
	}

	public Customers customers() {
		return this.customers;
	}

	public <T> List<T> events(Class<T> type) {
		return this.events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	public static Operator operator() {
		return new Operator(person(VENDOR, "Olga Operator", "Highstage"));
	}

	public static Person person(TenantId tenant, String name, String organisation) {
		return new Person(new PersonId(tenant, new ObjectId(UUID.randomUUID())), new SignInId(UUID.randomUUID()), name,
				"somebody@fabrikam.example", organisation, Set.of(), null);
	}

	public static Invitation invitation(String reference, @Nullable TenantId expected) {
		return new Invitation(new PlainName("Fabrikam A/S"), reference, new MailAddress("it@fabrikam.example"),
				Language.DANISH, Set.of(MailPermission.IMAP, MailPermission.SMTP),
				List.of(new MailboxAddress("orders@fabrikam.example"), new MailboxAddress("info@fabrikam.example")),
				(expected != null) ? new ExpectedOrganisation("fabrikam.example", expected) : null, Duration.ofDays(30),
				new PlainName("See you on Tuesday"));
	}

	static Message reminder(CustomerId about) {
		return new Message(new MailAddress("it@fabrikam.example"), new Letter("reminder", Language.ENGLISH, Map.of()),
				Customer.about(about));
	}

	Customer.Invited invited(CustomerId id) {
		return Objects.requireNonNull(this.customers.find(id).orElseThrow().invited());
	}

	static TokenHash token(Customers.Sent sent) {
		return TokenHash.of(sent.address().getPath().substring("/link/".length()));
	}

}
