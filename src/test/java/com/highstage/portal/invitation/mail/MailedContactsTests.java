package com.highstage.portal.invitation.mail;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.Contacts.Answer;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.TestInvitation;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class MailedContactsTests {

	private static final MailAddress IT = new MailAddress("it@fabrikam.example");

	private static final MailAddress HELP = new MailAddress("help@fabrikam.example");

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final Person person = TestInvitation.person(this.tenant);

	private final SteppingClock clock = new SteppingClock();

	private final MailsOnPaper outbox = new MailsOnPaper();

	private final Database database;

	private final Links links;

	private final Contacts contacts;

	MailedContactsTests(Database database) {
		InvitationProperties properties = new InvitationProperties(3, Duration.ofDays(14));
		this.database = database;
		this.links = TestInvitation.links(database, this.clock);
		this.contacts = new MailedContacts(new JdbcContactRows(database.jdbc(), (event) -> {
		}, this.clock), this.links, this.outbox, new JdbcMailAllowance(database.jdbc(), properties, this.clock),
				TestAudit.trail(database, this.clock), properties);
	}

	@Test
	void anAddressCountsOnceItsLinkConfirmedIt() {
		assertThat(ask(IT)).isEqualTo(Answer.ASKED);
		assertThat(contact().isConfirmed()).isFalse();
		assertThat(confirm(lastLink())).isTrue();
		Contact confirmed = contact();
		assertThat(confirmed.isConfirmed()).isTrue();
		assertThat(confirmed.address()).isEqualTo(IT);
		assertThat(confirmed.language()).isEqualTo(Language.DANISH);
		assertThat(ask(IT)).isEqualTo(Answer.CONFIRMED);
		assertThat(askAgain()).isEqualTo(Answer.CONFIRMED);
		assertThat(this.outbox.queued()).hasSize(1);
	}

	@Test
	void theMailGoesToTheAddressAlone() {
		ask(IT);
		Message mail = this.outbox.queued().getFirst();
		assertThat(mail.to()).isEqualTo(IT);
		assertThat(mail.about()).isEqualTo(Contacts.about(this.tenant));
		assertThat(mail.letter().template()).isEqualTo("contact");
		assertThat(mail.letter().language()).isEqualTo(Language.DANISH);
	}

	@Test
	void namingItAgainSendsNothingButAskingAgainDoes() {
		ask(IT);
		Link first = lastLink();
		assertThat(ask(IT)).isEqualTo(Answer.WAITING);
		assertThat(this.outbox.queued()).hasSize(1);
		assertThat(askAgain()).isEqualTo(Answer.ASKED);
		assertThat(this.outbox.queued()).hasSize(2);
		assertThat(confirm(first)).as("a former link").isFalse();
		assertThat(confirm(lastLink())).isTrue();
	}

	@Test
	void anotherAddressReplacesAConfirmedOne() {
		ask(IT);
		Link former = lastLink();
		confirm(former);
		assertThat(ask(HELP)).isEqualTo(Answer.ASKED);
		assertThat(contact().address()).isEqualTo(HELP);
		assertThat(contact().isConfirmed()).isFalse();
		assertThat(confirm(former)).isFalse();
		assertThat(contact().isConfirmed()).isFalse();
	}

	@Test
	void confirmingTwiceIsAuditedOnce() {
		ask(IT);
		assertThat(confirm(lastLink())).isTrue();
		assertThat(confirm(lastLink())).isTrue();
		assertThat(
				this.database.jdbc().sql("select action from audit_entry order by sequence").query(String.class).list())
			.containsExactly("link.created", "contact.asked", "contact.confirmed");
	}

	@Test
	void anotherOrganisationsLinkConfirmsNothing() {
		ask(IT);
		Link mine = lastLink();
		Link theirs = new Link(mine.id(), mine.kind(), new TenantId(UUID.randomUUID()), "Other", null, "Eve", false,
				mine.createdAt(), mine.expiresAt(), null, null);
		assertThat(confirm(theirs)).isFalse();
		assertThat(contact().isConfirmed()).isFalse();
	}

	@Test
	void withoutAServerItIsKeptAndAskedOnceThereIsOne() {
		this.outbox.withoutServer();
		assertThat(ask(IT)).isEqualTo(Answer.NO_SERVER);
		assertThat(contact().address()).isEqualTo(IT);
		assertThat(this.links.list(this.tenant)).isEmpty();
		this.outbox.withServer();
		assertThat(ask(IT)).isEqualTo(Answer.ASKED);
	}

	@Test
	void tooManyMailsWait() {
		ask(IT);
		askAgain();
		askAgain();
		assertThat(askAgain()).isEqualTo(Answer.TOO_MANY);
		assertThat(this.outbox.queued()).hasSize(3);
		this.clock.advance(Duration.ofHours(1).plusSeconds(1));
		assertThat(askAgain()).isEqualTo(Answer.ASKED);
	}

	@Test
	void aRemovedAddressIsGone() {
		ask(IT);
		this.database.transactions().executeWithoutResult((status) -> this.contacts.remove(this.person));
		assertThat(this.contacts.find(this.tenant)).isEmpty();
		assertThat(this.contacts.find(lastLink())).isEmpty();
		assertThat(askAgain()).isEqualTo(Answer.NONE);
	}

	private Answer ask(MailAddress address) {
		return this.database.transactions()
			.execute((status) -> this.contacts.ask(this.person, address, Language.DANISH));
	}

	private Answer askAgain() {
		return this.database.transactions().execute((status) -> this.contacts.askAgain(this.person));
	}

	private boolean confirm(Link link) {
		return this.database.transactions().execute((status) -> this.contacts.confirm(link));
	}

	private Contact contact() {
		return this.contacts.find(this.tenant).orElseThrow();
	}

	private Link lastLink() {
		String address = String.valueOf(this.outbox.queued().getLast().letter().values().get("link"));
		return this.links.find(TokenHash.of(address.substring(address.lastIndexOf('/') + 1))).orElseThrow();
	}

}
