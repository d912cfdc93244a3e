package com.highstage.portal.operator.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.Surfer;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operators see of the keys. The portal under test holds its own pair; the others
 * are rows as another portal would have left them.
 */
@JourneyTest
class KeysTests {

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Connections connections;

	@Autowired
	private Credentials credentials;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Traveller traveller;

	private Surfer viewer;

	@BeforeEach
	void signIn() {
		this.traveller.reset();
		this.viewer = new Surfer(this.portal.url());
		this.traveller.signIn(this.viewer, "viewer@highstage.example");
	}

	@AfterEach
	void forget() {
		this.jdbc.sql("delete from recipient_key where key_id like 'test-%'").update();
		this.jdbc.sql("delete from credential where recipient_key_id like 'test-%'").update();
	}

	@Test
	void eachKeySaysWhereItStandsAndWhatToDo() {
		row("test-waiting", null, false);
		row("test-proven", Instant.now().plus(Duration.ofDays(5)), false);
		row("test-silent", Instant.now().minus(Duration.ofDays(5)), false);
		row("test-retired", Instant.now(), true);
		this.viewer.open("/operator/keys");
		assertThat(this.viewer.body())
			.contains("Held by this portal", "New secrets are sealed for it", "test-waiting",
					"with the private half of this key and answers", "Proven until", "test-silent",
					"Highstage no longer answers", "Highstage may destroy its private half", "Signs now")
			.doesNotContain("No secret can be made now");
		Desktop.everyLanguage(this.viewer);
	}

	@Test
	void theConnectionsThatHangOnAKeyAreListedPageByPage() {
		row("test-retired", null, true);
		List<Connection> hanging = IntStream.range(0, 51).mapToObj(this::hang).toList();
		String page = this.viewer.open("/operator/keys").body();
		assertThat(page).contains("51 connections", "Highstage has to keep its private half");
		String first = this.viewer.open("/operator/keys?key=test-retired").body();
		String next = first.replaceAll("(?s).*rel=\"next\"[^>]*href=\"([^\"#]*)#uses\".*", "$1").replace("&amp;", "&");
		String second = this.viewer.open(next).body();
		assertThat(hanging).allSatisfy((connection) -> assertThat(first.contains(connection.id().toString()))
			.isNotEqualTo(second.contains(connection.id().toString())));
		assertThat(second).contains("From the beginning").doesNotContain("rel=\"next\"");
		Desktop.everyLanguage(this.viewer);
	}

	@Test
	void anUnknownKeyIsNotThere() {
		assertThat(this.viewer.open("/operator/keys?key=test-unknown").status()).isEqualTo(404);
		row("test-retired", null, true);
		assertThat(this.viewer.open("/operator/keys?key=test-retired&after=nonsense").status()).isEqualTo(200);
	}

	private Connection hang(int number) {
		Connection connection = this.connections.findOrCreate(new TenantId(UUID.randomUUID()),
				new PlainName("Customer " + number), Cloud.GLOBAL, true);
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.credentials.store(new ClientSecret(Secret.of("s3cret")),
					new IssuedCredential(connection.id(), connection.tenant(), new ClientId(UUID.randomUUID()),
							UUID.randomUUID(), "Highstage", Instant.now().plus(Duration.ofDays(90)))));
		this.jdbc.sql("update credential set recipient_key_id = 'test-retired' where connection_id = :id")
			.param("id", connection.id().value())
			.update();
		return connection;
	}

	private void row(String id, @Nullable Instant until, boolean retired) {
		this.jdbc.sql("""
				insert into recipient_key (key_id, proven_until, retired_at) values (:id, :until, :retired)
				""")
			.param("id", id)
			.param("until", (until != null) ? until.atOffset(ZoneOffset.UTC) : null)
			.param("retired", retired ? OffsetDateTime.now(ZoneOffset.UTC) : null)
			.update();
	}

}
