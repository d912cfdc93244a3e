package com.highstage.portal.drift;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcSightsTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final Duration PAUSE = Duration.ofHours(1);

	private final JdbcSights sights;

	private final ConnectionId connection;

	JdbcSightsTests(Database database) {
		this.sights = new JdbcSights(database.jdbc());
		this.connection = database.transactions()
			.execute((status) -> TestRegistration.connections(database, Clock.fixed(NOW, ZoneOffset.UTC))
				.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName("Contoso"), Cloud.GLOBAL, true)
				.id());
	}

	@Test
	void moreOfAKindThatWasJustToldWaitsAndAnotherKindDoesNot() {
		broke(Kind.LOGIN_FAILED, "sales@contoso.example", NOW);
		assertThat(isDue(NOW)).isTrue();
		assertThat(this.sights.tell(this.connection, NOW)).hasSize(1);
		for (int minute = 1; minute <= 59; minute++) {
			broke(Kind.LOGIN_FAILED, "mailbox" + minute + "@contoso.example", minutes(minute));
			assertThat(isDue(minutes(minute))).as("after %s minutes", minute).isFalse();
		}
		assertThat(isDue(minutes(60))).isTrue();
		assertThat(this.sights.tell(this.connection, minutes(60))).as("all in one mail").hasSize(59);
		broke(Kind.LOGIN_FAILED, "late@contoso.example", minutes(61));
		assertThat(isDue(minutes(61))).isFalse();
		broke(Kind.SECRET_REMOVED, "", minutes(62));
		assertThat(isDue(minutes(62))).isTrue();
		assertThat(this.sights.tell(this.connection, minutes(62))).hasSize(2);
	}

	private boolean isDue(Instant now) {
		return this.sights.untold(now, now.minus(PAUSE)).contains(this.connection);
	}

	private void broke(Kind kind, String subject, Instant at) {
		this.sights.broke(this.connection,
				new Evidence(kind, subject, Source.REPORT, at, new Explanation("login-refused", "", "")), at);
	}

	private static Instant minutes(int minutes) {
		return NOW.plus(Duration.ofMinutes(minutes));
	}

}
