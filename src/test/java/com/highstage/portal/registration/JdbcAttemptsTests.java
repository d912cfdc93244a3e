package com.highstage.portal.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class JdbcAttemptsTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final Database database;

	private final Attempts attempts;

	private final ConnectionId connection;

	private boolean held = true;

	JdbcAttemptsTests(Database database) {
		this.database = database;
		this.attempts = TestRegistration.attempts(database, CLOCK);
		this.connection = TestRegistration.connections(database, CLOCK)
			.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GLOBAL, true)
			.id();
	}

	@Test
	void theIntentAndItsAuditEntryAreCommittedBeforeTheCall() {
		String seen = this.attempts.around(work(), Call.GRANT, "role", () -> states() + " " + audited());
		assertThat(seen).isEqualTo("[INTENT] [grant.requested]");
		assertThat(states()).containsExactly("DONE");
	}

	@Test
	void aRefusedCallHasFailedAndIsOver() {
		refuse(Failure.Kind.TELL_ADMIN);
		assertThat(states()).containsExactly("FAILED");
		assertThat(this.attempts.unknown(this.connection)).isEmpty();
		assertThat(audited()).containsExactly("grant.requested", "call.failed");
	}

	@Test
	void aCallWithoutAnAnswerStaysUnknownUntilSomebodyHasLooked() {
		refuse(Failure.Kind.UNKNOWN);
		List<Attempt> unknown = this.attempts.unknown(this.connection);
		assertThat(unknown).singleElement().satisfies((attempt) -> assertThat(attempt.call()).isEqualTo(Call.GRANT));
		this.attempts.reconciled(work(), unknown.getFirst());
		assertThat(states()).containsExactly("RECONCILED");
	}

	@Test
	void whoLostTheLeaseTriesNothing() {
		this.held = false;
		assertThatExceptionOfType(LeaseLostException.class)
			.isThrownBy(() -> this.attempts.around(work(), Call.GRANT, "role", () -> {
				throw new AssertionError("called");
			}));
		assertThat(states()).isEmpty();
		assertThat(audited()).isEmpty();
	}

	@Test
	void theLatestOfACallIsKnown() {
		assertThat(this.attempts.latest(this.connection, Call.GRANT)).isEmpty();
		this.attempts.begin(work(), Call.GRANT, "role");
		assertThat(this.attempts.latest(this.connection, Call.GRANT)).contains(CLOCK.instant());
		assertThat(this.attempts.latest(this.connection, Call.REVOKE)).isEmpty();
	}

	private void refuse(Failure.Kind kind) {
		MicrosoftException refusal = new MicrosoftException(
				new Failure(kind, 403, "Authorization_RequestDenied", List.of(), null, "no", "ref", null));
		assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.attempts.around(work(), Call.GRANT, "role", () -> {
				throw refusal;
			}));
	}

	private Work work() {
		return new Work(this.connection, UUID.randomUUID(), "CONSENT",
				new Delegation(this.tenant, new SignInId(UUID.randomUUID())), Actor.PORTAL, new Work.Lease() {

					@Override
					public long epoch() {
						return 1;
					}

					@Override
					public void hold() {
						if (!JdbcAttemptsTests.this.held) {
							throw new LeaseLostException("lost");
						}
					}

				});
	}

	private List<String> states() {
		return this.database.jdbc().sql("select state from step_attempt").query(String.class).list();
	}

	private List<String> audited() {
		return this.database.jdbc().sql("select action from audit_entry order by sequence").query(String.class).list();
	}

}
