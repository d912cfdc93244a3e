package com.highstage.portal.handover;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.PortalTest;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

@PortalTest
@Import(HandoverApiTests.Heard.class)
class HandoverApiTests {

	private static final String SALES = "sales@contoso.example";

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private Connections connections;

	@Autowired
	private Credentials credentials;

	@Autowired
	private ChosenMailboxes mailboxes;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Heard heard;

	private HighstageClient highstage;

	private ConnectionId connection;

	@BeforeEach
	void connect() {
		this.highstage = HighstageClient.of(this.portal.url(), this.microsoft365);
		this.connection = new TransactionTemplate(this.transactions).execute((status) -> {
			ConnectionId id = this.connections.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GLOBAL, true)
				.id();
			ClientId client = new ClientId(UUID.randomUUID());
			this.connections.update(id,
					new OurApplication(false, false, "Mail", client, null, new ObjectId(UUID.randomUUID())));
			this.mailboxes.choose(id, List.of(new MailboxAddress(SALES)));
			store(id, client);
			this.credentials.offer(id, 1);
			this.connections.passed(id, new PassedCheck(1, Clock.systemUTC().instant(), Set.of(MailPermission.IMAP)));
			return id;
		});
	}

	private void store(ConnectionId id, ClientId client) {
		this.credentials.store(new Credential.ClientSecret(Secret.of("value")), new IssuedCredential(id, this.tenant,
				client, UUID.randomUUID(), "test", Clock.systemUTC().instant().plus(Duration.ofDays(90))));
	}

	@Test
	void theFeedHasTheViewsColumnsAndTheMailboxes() {
		HttpResponse<String> answer = this.highstage.get("/connections?limit=200&tenant=" + this.tenant);
		assertThat(answer.statusCode()).isEqualTo(200);
		JsonNode page = HighstageClient.json(answer);
		JsonNode one = page.path("connections").path(0);
		Set<String> columns = this.jdbc.sql("select * from highstage_connection_v1")
			.query()
			.listOfRows()
			.getFirst()
			.keySet();
		assertThat(one.propertyNames()).containsAll(columns).hasSize(columns.size() + 1).contains("mailboxes");
		assertThat(one.path("connection_id").asString()).isEqualTo(this.connection.toString());
		assertThat(one.path("sealed_credential").asString()).startsWith("ey");
		assertThat(one.path("mailboxes").path(0).propertyNames()).containsExactlyInAnyOrder("address",
				"imap_verified_at", "pop_verified_at", "smtp_verified_at");
		assertThat(page.path("change").asLong()).isEqualTo(one.path("change").asLong());
		assertThat(page.path("more").asBoolean()).isFalse();
		assertThat(HighstageClient.json(this.highstage.get("/connections/" + this.connection))).isEqualTo(one);
	}

	@Test
	void onlyWhatChangedComesAfter() {
		long change = HighstageClient.json(this.highstage.get("/connections/" + this.connection))
			.path("change")
			.asLong();
		assertThat(after(change)).isEmpty();
		in(() -> this.connections.attention(this.connection, true));
		assertThat(after(change)).hasSize(1);
		assertThat(after(change).getFirst().path("status").asString()).isEqualTo("attention");
		in(() -> this.mailboxes.choose(this.connection, List.of()));
		assertThat(after(change).getFirst().path("mailboxes")).isEmpty();
		in(() -> this.credentials.erase(this.connection));
		assertThat(after(change).getFirst().path("sealed_credential").isNull()).isTrue();
	}

	private List<JsonNode> after(long change) {
		return HighstageClient
			.json(this.highstage.get("/connections?limit=10&after=" + change + "&tenant=" + this.tenant))
			.path("connections")
			.valueStream()
			.toList();
	}

	@Test
	void whatIsNotShownDoesNotExist() {
		ConnectionId unfinished = new TransactionTemplate(this.transactions).execute((status) -> this.connections
			.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName("Fabrikam"), Cloud.GLOBAL, true)
			.id());
		for (String id : List.of(unfinished.toString(), UUID.randomUUID().toString(), "1-1-1-1-1", "%3Cscript%3E")) {
			HighstageClient.assertProblem(this.highstage.get("/connections/" + id), 404, "about:blank");
			HighstageClient.assertProblem(
					this.highstage.put("/connections/" + id + "/acknowledgement", "{\"sequence\":1}"), 404,
					"about:blank");
			HighstageClient.assertProblem(this.highstage.put("/connections/" + id + "/report", "{}"), 404,
					"about:blank");
		}
	}

	@Test
	void anAcknowledgementIsTakenOnce() {
		String path = "/connections/" + this.connection + "/acknowledgement";
		assertThat(this.highstage.put(path, "{\"sequence\":1}").statusCode()).isEqualTo(204);
		assertThat(this.highstage.put(path, "{\"sequence\":1}").statusCode()).isEqualTo(204);
		assertThat(audited("credential.acknowledged")).isEqualTo(1);
		in(() -> store(this.connection, new ClientId(UUID.randomUUID())));
		HighstageClient.assertProblem(this.highstage.put(path, "{\"sequence\":2}"), 409,
				"urn:highstage:portal:problem:not-offered");
		HighstageClient.assertProblem(this.highstage.put(path, "{\"sequence\":0}"), 400,
				"urn:highstage:portal:problem:invalid-request");
		HighstageClient.assertProblem(this.highstage.put(path, "{\"sequence\":\"<script>\"}"), 400, "about:blank");
	}

	@Test
	void aReportIsToldOf() {
		String path = "/connections/" + this.connection + "/report";
		assertThat(this.highstage
			.put(path, "{\"address\":\"Sales@Contoso.example\",\"last_error\":\"NO AUTHENTICATE\\u0000 failed.\"}")
			.statusCode()).isEqualTo(204);
		assertThat(this.jdbc.sql("select last_error from highstage_report").query(String.class).list())
			.as("PostgreSQL does not keep that character")
			.contains("NO AUTHENTICATE  failed.");
		assertThat(this.highstage
			.put(path, "{\"address\":\"%s\",\"last_login_at\":\"2026-11-20T08:00:00Z\"}".formatted(SALES))
			.statusCode()).isEqualTo(204);
		assertThat(this.heard.of(this.connection)).extracting(Reported::address, (one) -> one.lastError().value())
			.containsExactly(tuple(new MailboxAddress(SALES), "NO AUTHENTICATE  failed."),
					tuple(new MailboxAddress(SALES), ""));
		HighstageClient.assertProblem(this.highstage.put(path, "{\"address\":\"other@contoso.example\"}"), 404,
				"about:blank");
		HighstageClient.assertProblem(this.highstage.put(path, "{\"last_login_at\":\"2999-01-01T00:00:00Z\"}"), 400,
				"urn:highstage:portal:problem:in-the-future");
		HighstageClient.assertProblem(this.highstage.put(path, "{\"last_login_at\":\"-4800-01-01T00:00:00Z\"}"), 400,
				"urn:highstage:portal:problem:long-ago");
		for (String body : List.of("{\"last_login_at\":\"yesterday\"}", "{\"address\":\"sales\"}",
				"{\"address\":\"sales@contoso.example\\u0000\"}")) {
			HighstageClient.assertProblem(this.highstage.put(path, body), 400,
					"urn:highstage:portal:problem:invalid-request");
		}
	}

	@Test
	void whatHighstageWroteBySqlIsTakenInWithinSecondsAndOnce() {
		Instant now = Clock.systemUTC().instant();
		writeBySql(UUID.randomUUID(), now);
		writeBySql(this.connection.value(), now);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(audited("credential.acknowledged")).isEqualTo(1);
			assertThat(this.heard.of(this.connection)).hasSize(1);
		});
	}

	private void writeBySql(UUID id, Instant now) {
		this.jdbc.sql("""
				insert into highstage_acknowledgement (connection_id, sequence, acknowledged_at) values (:id, 1, :now)
				""").param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
		this.jdbc.sql("""
				insert into highstage_report (connection_id, address, last_login_at, last_error, reported_at)
				values (:id, :address, null, 'NO', :now)
				""").param("id", id).param("address", SALES).param("now", now.atOffset(ZoneOffset.UTC)).update();
	}

	@Test
	void theKeysAreThere() {
		JsonNode recipient = HighstageClient.json(this.highstage.get("/keys/recipient")).path("keys").path(0);
		assertThat(recipient.propertyNames()).containsExactlyInAnyOrder("key_id", "canary", "proven_until");
		JsonNode signing = HighstageClient.json(this.highstage.get("/keys/signing")).path("keys").path(0);
		assertThat(signing.path("public_key").asString()).contains("\"P-256\"").doesNotContain("\"d\"");
		String path = "/keys/recipient/" + recipient.path("key_id").asString() + "/canary";
		HighstageClient.assertProblem(this.highstage.put(path, "{\"answer\":\"%s\"}".formatted("0".repeat(64))), 409,
				"urn:highstage:portal:problem:wrong-answer");
		HighstageClient.assertProblem(this.highstage.put(path, "{\"answer\":\"\"}"), 400,
				"urn:highstage:portal:problem:invalid-request");
		HighstageClient.assertProblem(this.highstage.put("/keys/recipient/nobodys/canary", "{\"answer\":\"0\"}"), 404,
				"about:blank");
	}

	@Test
	void whatIsTooLargeIsRefusedWhetherOrNotItSaysSo() {
		String path = "/connections/" + this.connection + "/report";
		byte[] large = "{\"last_error\":\"%s\"}".formatted("x".repeat(17_000)).getBytes();
		HighstageClient.assertProblem(
				this.highstage.send("PUT", path, BodyPublishers.ofByteArray(large), "Content-Type", "application/json"),
				413, "about:blank");
		HighstageClient.assertProblem(
				this.highstage.send("PUT", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
						"Content-Type", "application/json"),
				413, "about:blank");
		byte[] small = "{\"last_error\":\"%s\"}".formatted("x".repeat(15_000)).getBytes();
		assertThat(this.highstage
			.send("PUT", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small)), "Content-Type",
					"application/json")
			.statusCode()).isEqualTo(204);
		assertThat(this.heard.of(this.connection).getFirst().lastError().value()).hasSize(PlainName.LONGEST);
	}

	private long audited(String action) {
		return this.jdbc.sql("select count(*) from audit_entry where action = :action and tenant_id = :tenant")
			.param("action", action)
			.param("tenant", this.tenant.value())
			.query(Long.class)
			.single();
	}

	private void in(Runnable work) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> work.run());
	}

	/**
	 * Hears what the portal is told of reports.
	 */
	@TestComponent
	static class Heard {

		private final List<Reported> reports = new CopyOnWriteArrayList<>();

		@EventListener
		void reported(Reported reported) {
			this.reports.add(reported);
		}

		List<Reported> of(ConnectionId connection) {
			return this.reports.stream().filter((one) -> one.connection().equals(connection)).toList();
		}

	}

}
