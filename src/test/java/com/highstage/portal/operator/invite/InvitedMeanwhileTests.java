package com.highstage.portal.operator.invite;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists of customers, while others do the same or the opposite.
 */
@JourneyTest
class InvitedMeanwhileTests {

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	@Autowired
	private Imports imports;

	@Autowired
	private JdbcImports confirmed;

	@Autowired
	private ImportWork work;

	@Autowired
	private Traveller traveller;

	@Autowired
	private TransactionTemplate transaction;

	private Operator operator;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		this.operator = new Operator(
				this.traveller.signIn(new Surfer(this.portal.url()), "operator@highstage.example"));
	}

	@Test
	void whomSomebodyElseInvitesMeanwhileIsInvitedOnce() throws InterruptedException {
		UUID list = read();
		this.confirmed.confirm(list, this.operator, Instant.now());
		Meanwhile.of(this.transaction, this::invite, () -> this.work.work(list));
		assertThat(this.jdbc.sql("select recipient from outgoing_mail").query(String.class).list())
			.containsExactly("anna@fabrikam.example");
		assertThat(this.imports.lines(list, 0)).singleElement()
			.extracting(Imports.Line::verdict)
			.isEqualTo(Verdict.KNOWN_ADDRESS);
	}

	@Test
	void anOldListThatIsConfirmedAfterAllIsNotForgotten() throws InterruptedException {
		UUID list = read();
		this.jdbc.sql("update invitation_import set brought_at = brought_at - interval '40' day").update();
		Meanwhile.of(this.transaction,
				() -> assertThat(this.confirmed.confirm(list, this.operator, Instant.now())).isTrue(), this::read);
		assertThat(this.imports.find(list)).hasValueSatisfying((kept) -> assertThat(kept.good()).isOne());
	}

	private void invite() {
		this.customers.invite(this.operator,
				new Invitation(new PlainName("Fabrikam A/S"), "", new MailAddress("anna@fabrikam.example"),
						Language.ENGLISH, EnumSet.of(MailPermission.IMAP), List.of(), null, Duration.ofDays(30),
						new PlainName("")));
	}

	private UUID read() {
		Imports.Reading reading = this.imports.read(this.operator, new Imports.CustomerList(
				"name,address\nFabrikam,anna@fabrikam.example\n", new Usual(Language.ENGLISH, 30)));
		return ((Imports.Reading.Judged) reading).id();
	}

}
