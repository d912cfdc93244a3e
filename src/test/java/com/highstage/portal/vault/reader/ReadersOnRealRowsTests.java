package com.highstage.portal.vault.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.simulator.client.NodePackages;
import com.highstage.portal.simulator.client.Programs;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.cipher.TestVault;
import com.highstage.portal.vault.proof.TestProofs;
import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.SealedCredentialReader.RefusedException;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;
import com.highstage.portal.vault.reader.Vectors.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What stands in the views of a database, opened by both readers, before and after
 * somebody wrote to it who has everything but the private keys.
 */
@OnBothDatabases
class ReadersOnRealRowsTests {

	private static final RSAKey RECIPIENT = TestKeys.recipient();

	private static final ECKey INTRUDER = TestKeys.foreignSigning();

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T09:00:00Z"));

	private final Database database;

	private final TestProofs proofs;

	private final Connections connections;

	private final Credentials credentials;

	@TempDir
	Path directory;

	ReadersOnRealRowsTests(Database database) {
		this.database = database;
		this.proofs = new TestProofs(database, TestKeys.configured(), this.clock);
		this.connections = TestRegistration.connections(database, this.clock);
		this.credentials = TestCredentials.on(database, TestVault.sealing(TestKeys.configured(), this.clock, database),
				this.clock);
	}

	@Test
	void whatThePortalWroteOpensAndWhatAnIntruderWroteIsRefused() throws Exception {
		prove();
		Connection contoso = connect("Contoso");
		Connection fabrikam = connect("Fabrikam");
		offer(contoso, "first secret");
		offer(fabrikam, "their secret");
		String former = row(contoso).sealed();
		offer(contoso, "second secret");
		String present = row(contoso).sealed();
		List<Vector> vectors = new ArrayList<>();
		vectors.add(opens("the portal's row", row(contoso), Map.of("seq", 2, "client_secret", "second secret")));
		write(contoso, row(fabrikam).sealed());
		vectors.add(refused("swapped row", row(contoso), Reason.ROW));
		write(contoso, former);
		vectors.add(refused("older sequence", row(contoso), Reason.SEQUENCE));
		publish(INTRUDER.getKeyID());
		write(contoso, forged(contoso, INTRUDER.getKeyID()));
		vectors.add(refused("forged, the intruder's key published", row(contoso), Reason.SIGNATURE));
		write(contoso, forged(contoso, TestKeys.signing().getKeyID()));
		vectors.add(refused("forged under the portal's name", row(contoso), Reason.SIGNATURE));
		canary(Forger.encrypt(
				Forger.sign(Forger.claims(RECIPIENT.getKeyID(), this.clock.instant()).claim("canary", "x"), INTRUDER),
				Forger.header(), RECIPIENT));
		vectors.add(new Vector("forged canary", null, RECIPIENT.getKeyID(), canary(), null, Reason.SIGNATURE));
		canary(present);
		vectors.add(new Vector("secret as canary", null, RECIPIENT.getKeyID(), canary(), null, Reason.ROW));
		bothReaders(vectors);
	}

	@Test
	void aKeyThatAnIntruderPutInThePlaceOfThePortalsMakesNothingTrue() throws Exception {
		prove();
		Connection contoso = connect("Contoso");
		offer(contoso, "secret");
		List<Vector> vectors = new ArrayList<>();
		this.database.jdbc().sql("delete from signing_key").update();
		publish(TestKeys.signing().getKeyID());
		vectors.add(refused("the portal's row", row(contoso), Reason.SIGNATURE));
		write(contoso, forged(contoso, TestKeys.signing().getKeyID()));
		vectors.add(refused("forged", row(contoso), Reason.SIGNATURE));
		bothReaders(vectors);
	}

	/** As Highstage does it: read the view, open, answer. */
	private void prove() throws RefusedException {
		this.proofs.start();
		SealedCredentialReader reader = new SealedCredentialReader(List.of(RECIPIENT), published(), TestVault.ISSUER);
		String answer = reader.canary(canary(), RECIPIENT.getKeyID()).answer();
		assertThat(this.proofs.recipients().answer(new RecipientKeyId(RECIPIENT.getKeyID()), answer)).isTrue();
	}

	private void bothReaders(List<Vector> vectors) throws Exception {
		List<String> trusted = List.of(TestKeys.signing().getKeyID());
		VectorRunner runner = new VectorRunner(List.of(RECIPIENT), published(), trusted, TestVault.ISSUER);
		for (Vector vector : vectors) {
			if (vector.refused() != null) {
				assertThatExceptionOfType(RefusedException.class).as(vector.name())
					.isThrownBy(() -> runner.open(vector))
					.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(vector.refused()));
			}
			else {
				assertThat(runner.open(vector)).containsAllEntriesOf(vector.opens());
			}
		}
		List<String> published = new ArrayList<>();
		for (ECKey key : published()) {
			published.add(file("signing-" + published.size(), key.toJSONString()));
		}
		file("sealed-credential.json",
				JsonMapper.shared()
					.writeValueAsString(new Vectors(TestVault.ISSUER,
							List.of(file("recipient", RECIPIENT.toJSONString())), published, trusted, vectors)));
		Programs.Outcome outcome = NodePackages.test("jose.test.mjs", Map.of("VECTORS", this.directory.toString()));
		assertThat(outcome.status()).as(outcome.output()).isZero();
		assertThat(outcome.output()).contains("pass " + vectors.size());
	}

	private String file(String name, String content) throws IOException {
		Files.writeString(this.directory.resolve(name), content);
		return name;
	}

	private Connection connect(String name) {
		Connection connection = this.connections.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName(name),
				Cloud.GLOBAL, true);
		this.connections.update(connection.id(), new OurApplication(false, false, "Highstage Mail",
				new ClientId(UUID.randomUUID()), new ObjectId(UUID.randomUUID()), new ObjectId(UUID.randomUUID())));
		return this.connections.get(connection.id());
	}

	private void offer(Connection connection, String secret) {
		in(() -> {
			long sequence = this.credentials
				.store(new ClientSecret(Secret.of(secret)),
						new IssuedCredential(connection.id(), connection.tenant(), connection.application().clientId(),
								UUID.randomUUID(), "Highstage", this.clock.instant().plus(Duration.ofDays(180))))
				.sequence();
			this.connections.passed(connection.id(),
					new PassedCheck(sequence, this.clock.instant(), Set.of(MailPermission.IMAP)));
			this.credentials.offer(connection.id(), sequence);
			return sequence;
		});
	}

	private String forged(Connection connection, String keyId) throws JOSEException {
		var claims = Forger.claims(connection.id().toString(), this.clock.instant())
			.claim("tid", connection.tenant().toString())
			.claim("client_id", connection.application().clientId().toString())
			.claim("seq", 3)
			.claim("secret_exp", this.clock.instant().plus(Duration.ofDays(180)).getEpochSecond())
			.claim("client_secret", "the intruder's");
		ECKey named = new ECKey.Builder(INTRUDER).keyID(keyId).build();
		return Forger.encrypt(Forger.sign(claims, named), Forger.header(), RECIPIENT);
	}

	private Found row(Connection connection) {
		return this.database.jdbc()
			.sql("select * from highstage_connection_v1 where connection_id = :id")
			.param("id", connection.id().value())
			.query((row, number) -> new Found(new Row(row.getString("connection_id"), row.getString("tenant_id"),
					row.getString("client_id"), row.getLong("sequence")), row.getString("sealed_credential")))
			.single();
	}

	private List<ECKey> published() {
		return this.database.jdbc()
			.sql("select public_key from highstage_signing_key_v1")
			.query((row, number) -> parse(row.getString(1)))
			.list();
	}

	private String canary() {
		return this.database.jdbc().sql("select canary from highstage_recipient_key_v1").query(String.class).single();
	}

	private void write(Connection connection, String sealed) {
		this.database.jdbc()
			.sql("update credential set sealed_credential = :sealed where offered_connection_id = :id")
			.param("sealed", sealed)
			.param("id", connection.id().value())
			.update();
	}

	private void canary(String sealed) {
		this.database.jdbc().sql("update recipient_key set canary = :sealed").param("sealed", sealed).update();
	}

	private void publish(String keyId) {
		this.database.jdbc()
			.sql("insert into signing_key (key_id, public_key, valid_from) values (:id, :key, current_timestamp)")
			.param("id", keyId)
			.param("key", new ECKey.Builder(INTRUDER.toPublicJWK()).keyID(keyId).build().toJSONString())
			.update();
	}

	private <T> T in(Supplier<T> work) {
		return this.database.transactions().execute((status) -> work.get());
	}

	private static Vector opens(String name, Found found, Map<String, Object> opens) {
		return new Vector(name, found.row(), null, found.sealed(), opens, null);
	}

	private static Vector refused(String name, Found found, Reason reason) {
		return new Vector(name, found.row(), null, found.sealed(), null, reason);
	}

	private static ECKey parse(String jwk) {
		try {
			return ECKey.parse(jwk);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Found(Row row, String sealed) {

	}

}
