package com.highstage.portal.onboarding.work;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.reader.SealedCredentialReader;
import com.highstage.portal.vault.reader.SealedCredentialReader.Opened;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold whatever went wrong, from the simulator's records and the database.
 */
public class Invariants {

	private static final Path KEYS = Path.of("target", "portal-tests", "keys");

	private static final Map<String, String> AUDITED = Map.of("upsertApplication", "application.requested",
			"upsertServicePrincipal", "service-principal.requested", "addPassword", "secret.requested",
			"removePassword", "secret.removal.requested", "appRoleAssignedTo", "grant.requested",
			"removeAppRoleAssignedTo", "revocation.requested");

	private final Microsoft365Simulator microsoft365;

	private final JdbcClient jdbc;

	private final AuditChain chain;

	private final PortalProperties portal;

	Invariants(Microsoft365Simulator microsoft365, JdbcClient jdbc, AuditChain chain, PortalProperties portal) {
		this.microsoft365 = microsoft365;
		this.jdbc = jdbc;
		this.chain = chain;
		this.portal = portal;
	}

	public void hold() {
		this.microsoft365.state().path("organisations").forEach((organisation) -> {
			assertThat(ours(organisation)).as("applications of ours").hasSizeLessThanOrEqualTo(1);
			ours(organisation).stream().flatMap(Invariants::keys).forEach(this::isKnown);
		});
		this.microsoft365.journal().stream().filter(Journal.Entry::effect).forEach(this::wasAudited);
		assertThat((Object) this.chain.verify()).isInstanceOf(AuditChain.Intact.class);
		everyJourneyHasANextStep();
	}

	/**
	 * The finished connection's value opens to exactly the one secret of the one
	 * application, and is nowhere in the clear.
	 * @param domain the organisation
	 */
	void finished(String domain) throws Exception {
		hold();
		JsonNode application = ours(this.microsoft365.organisation(domain)).getFirst();
		List<JsonNode> live = keys(application).toList();
		assertThat(live).as("live secrets").hasSize(1);
		Opened opened = opened();
		assertThat(opened.keyId()).isEqualTo(live.getFirst().path("keyId").asString());
		if (opened.credential() instanceof Credential.ClientSecret(var value)) {
			String text = value.expose((secret) -> secret);
			assertThat(sha256(text)).isEqualTo(live.getFirst().path("secretText").asString());
			assertThat(rows()).isNotEmpty().noneMatch((row) -> row.contains(text));
		}
		assertThat(this.jdbc.sql("select count(*) from credential where working_copy is not null")
			.query(Long.class)
			.single()).isZero();
	}

	private Opened opened() throws Exception {
		SealedCredentialReader reader = new SealedCredentialReader(
				List.of(RSAKey.parse(Files.readString(KEYS.resolve("recipient-private-key.jwk")))),
				List.of(ECKey.parse(Files.readString(KEYS.resolve("signing-key.jwk")))), this.portal.url().toString());
		Map<String, Object> row = this.jdbc.sql("select * from highstage_connection_v1").query().singleRow();
		return reader.open(String.valueOf(row.get("sealed_credential")),
				new Row(String.valueOf(row.get("connection_id")), String.valueOf(row.get("tenant_id")),
						String.valueOf(row.get("client_id")), 0));
	}

	private List<String> rows() {
		return this.jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
			.query(String.class)
			.list()
			.stream()
			.flatMap((table) -> this.jdbc.sql("select * from " + table).query().listOfRows().stream())
			.flatMap((row) -> row.values().stream())
			.map((value) -> (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8)
					: String.valueOf(value))
			.toList();
	}

	private void isKnown(JsonNode key) {
		long rows = this.jdbc.sql("select count(*) from credential where key_id = :key and sealed_credential <> ''")
			.param("key", UUID.fromString(key.path("keyId").asString()))
			.query(Long.class)
			.single();
		String name = key.path("displayName").asString();
		boolean listed = this.jdbc.sql("select attempt_id from step_attempt where state = 'INTENT'")
			.query(String.class)
			.list()
			.stream()
			.anyMatch((attempt) -> name.endsWith("(hs-" + attempt + ")"));
		assertThat(rows == 1 || listed).as("secret %s has one sealed row or is listed", name).isTrue();
	}

	private void wasAudited(Journal.Entry entry) {
		String action = AUDITED.get(entry.call());
		if (action != null && entry.url().startsWith("https://graph.microsoft.com")) {
			long earlier = this.jdbc
				.sql("select count(*) from audit_entry where action = :action and recorded_at <= :at")
				.param("action", action)
				.param("at", entry.at().atOffset(ZoneOffset.UTC))
				.query(Long.class)
				.single();
			long changes = this.microsoft365.journal()
				.stream()
				.filter((other) -> other.effect() && other.call().equals(entry.call())
						&& !other.at().isAfter(entry.at()))
				.count();
			assertThat(earlier).as("%s was audited before", entry.call()).isGreaterThanOrEqualTo(changes);
		}
	}

	private void everyJourneyHasANextStep() {
		this.jdbc.sql("select onboarding_id from onboarding where status = 'ACTIVE'")
			.query(UUID.class)
			.list()
			.forEach((id) -> assertThat(waits(id)).as("journey %s waits for something", id).isTrue());
	}

	private boolean waits(UUID onboarding) {
		boolean alarm = this.jdbc.sql("select count(*) from scheduled_tasks where task_instance like :id")
			.param("id", onboarding + "/%")
			.query(Long.class)
			.single() > 0;
		boolean named = this.jdbc.sql("""
				select count(*) from onboarding_step where onboarding_id = :id
				and state in ('waiting-for-microsoft', 'waiting-for-colleague', 'waiting-for-you', 'failed')
				""").param("id", onboarding).query(Long.class).single() > 0;
		boolean reached = this.jdbc.sql("""
				select count(*) from onboarding_step s join onboarding o on o.onboarding_id = s.onboarding_id
				where o.onboarding_id = :id and s.step = o.goal and s.state = 'done'
				""").param("id", onboarding).query(Long.class).single() > 0;
		return alarm || named || reached;
	}

	private static List<JsonNode> ours(JsonNode organisation) {
		return organisation.path("applications")
			.valueStream()
			.filter((application) -> application.path("uniqueName").asString("").startsWith("highstage-mail-"))
			.toList();
	}

	private static Stream<JsonNode> keys(JsonNode application) {
		return Stream.concat(application.path("passwordCredentials").valueStream(),
				application.path("keyCredentials").valueStream());
	}

	private static String sha256(String text) throws Exception {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

}
