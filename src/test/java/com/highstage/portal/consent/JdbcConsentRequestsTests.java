package com.highstage.portal.consent;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.TestConsentPages;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcConsentRequestsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final Duration DAYS = Duration.ofDays(7);

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final Database database;

	JdbcConsentRequestsTests(Database database) {
		this.database = database;
	}

	@Test
	void aStateComesBackOnce() {
		ConsentTarget target = new ConsentTarget.Application(this.tenant, new ClientId(UUID.randomUUID()),
				Set.of(MailPermission.IMAP, MailPermission.SMTP));
		String state = state(at(NOW).begin(target));
		assertThat(at(NOW.plus(DAYS).minusSeconds(1)).end(state)).contains(target);
		assertThat(at(NOW).end(state)).isEmpty();
	}

	@Test
	void aStateThatIsTooOldOrUnknownIsNone() {
		String state = state(at(NOW).begin(new ConsentTarget.Portal(this.tenant)));
		assertThat(at(NOW.plus(DAYS)).end(state)).isEmpty();
		assertThat(at(NOW).end("forged")).isEmpty();
		assertThat(at(NOW).end("")).isEmpty();
	}

	@Test
	void onlyItsHashIsKept() {
		String state = state(at(NOW).begin(new ConsentTarget.Portal(this.tenant)));
		assertThat(this.database.jdbc().sql("select state_hash from consent_request").query(String.class).single())
			.hasSize(64)
			.doesNotContain(state);
	}

	private JdbcConsentRequests at(Instant now) {
		return new JdbcConsentRequests(this.database.jdbc(), TestConsentPages.worldwide(),
				new ConsentCallback(new PortalProperties(URI.create("https://portal.example"))),
				new ConsentProperties(DAYS, DAYS), Clock.fixed(now, ZoneOffset.UTC));
	}

	private static String state(URI page) {
		return String.valueOf(UriComponentsBuilder.fromUri(page).build().getQueryParams().getFirst("state"));
	}

}
