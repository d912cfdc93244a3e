package com.highstage.portal.verification.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof.Negative;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class NegativeProofTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private final ScriptedLogins logins = new ScriptedLogins(ScriptedLogins.OPENED);

	private final ProofBench bench;

	private final LoginProof proof;

	NegativeProofTests(Database database) {
		this.bench = new ProofBench(database, Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));
		this.proof = this.bench.proof(this.logins);
	}

	@Test
	void aMailboxThatNobodyGrantedMustStayClosed() {
		MailboxAddress own = new MailboxAddress("admin@contoso.example");
		this.logins.answer(ScriptedLogins.REFUSED);
		assertThat(negative(own, IMAP, POP)).isEqualTo(Negative.STAYS_CLOSED);
		assertThat(this.logins.asked()).containsExactly("IMAP admin@contoso.example");
		this.logins.answer(ScriptedLogins.OPENED);
		assertThat(negative(own, POP)).isEqualTo(Negative.OPENS);
		assertThat(this.logins.asked()).containsExactly("POP admin@contoso.example");
		this.logins.answer(ScriptedLogins.SILENCE);
		assertThat(negative(own, IMAP)).isEqualTo(Negative.NOT_CHECKED);
		assertThat(this.bench.audited()).filteredOn("mailbox.negative-proof"::equals).hasSize(3);
	}

	@Test
	void aGrantedMailboxAndATokenThatOpensNothingProveNothing() {
		MailboxAddress sales = this.bench.want("sales@contoso.example");
		assertThat(negative(sales, IMAP)).isEqualTo(Negative.IS_GRANTED);
		this.bench.noLongerWant(sales);
		assertThat(negative(sales, IMAP)).isEqualTo(Negative.IS_GRANTED);
		assertThat(negative(new MailboxAddress("admin@contoso.example"), MailPermission.SMTP))
			.isEqualTo(Negative.NOT_CHECKED);
		assertThat(this.logins.asked()).isEmpty();
	}

	private Negative negative(MailboxAddress own, MailPermission... roles) {
		return this.proof.negative(this.bench.connection(), own, this.bench.token(roles));
	}

}
