package com.highstage.portal.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.credential.CredentialVersion.Handover;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.SecretUnreadableException;
import com.highstage.portal.vault.cipher.TestVault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

@OnBothDatabases
class JdbcCredentialsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final Instant EXPIRES = Instant.parse("2027-05-22T09:00:00Z");

	private static final ConnectionId CONNECTION = connection(1);

	private static final UUID KEY_ID = new UUID(0, 1);

	private static final UUID OTHER_KEY_ID = new UUID(0, 2);

	private final Database database;

	private final MovableClock clock = new MovableClock(NOW);

	private final Credentials credentials;

	JdbcCredentialsTests(Database database) {
		this.database = database;
		this.credentials = TestCredentials.on(database, this.clock);
	}

	@Test
	void theFirstCredentialIsTheNewest() {
		CredentialVersion stored = store("first", KEY_ID);
		assertThat(stored)
			.isEqualTo(new CredentialVersion(CONNECTION, 1, CredentialType.SECRET, KEY_ID, "Highstage (hs-1)", NOW,
					EXPIRES, State.CURRENT, new Handover(stored.handover().recipient(), null, null)))
			.isEqualTo(newest());
		assertThat(column("sealed_credential", 1)).startsWith("ey").doesNotContain("first");
		assertThat(column("working_copy", 1)).startsWith("v1.").doesNotContain("first");
	}

	@Test
	void aNewOneSupersedesTheFormerAndErasesItsWorkingCopy() {
		store("first", KEY_ID);
		store("second", OTHER_KEY_ID);
		assertThat(in(() -> this.credentials.versions(CONNECTION)))
			.extracting(CredentialVersion::sequence, CredentialVersion::state)
			.containsExactly(tuple(2L, State.CURRENT), tuple(1L, State.SUPERSEDED));
		assertThat(column("working_copy", 1)).isNull();
		assertThat(workingCopy()).contains("second");
	}

	@Test
	void eachConnectionCountsForItself() {
		store("first", KEY_ID);
		CredentialVersion other = in(() -> this.credentials.store(secret("other"), issued(connection(2), KEY_ID)));
		assertThat(other.sequence()).isEqualTo(1);
		assertThat(newest().state()).isEqualTo(State.CURRENT);
	}

	@Test
	void aCredentialThatIsStoredAlreadyIsNotStoredAgain() {
		store("first", KEY_ID);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> store("first", KEY_ID));
		assertThat(in(() -> this.credentials.versions(CONNECTION))).hasSize(1);
	}

	@Test
	void credentialsMadeByHandHaveNoKeyId() {
		assertThat(store("first", null).keyId()).isNull();
		assertThatNoException().isThrownBy(() -> store("second", null));
	}

	@Test
	@Timeout(60)
	void ofTwoAtOnceOneIsStored() throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(2);
		List<Callable<Boolean>> race = List.of(() -> racing(KEY_ID, barrier), () -> racing(OTHER_KEY_ID, barrier));
		List<Boolean> stored;
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			stored = threads.invokeAll(race).stream().map(Future::resultNow).toList();
		}
		assertThat(stored).contains(true);
		long current = in(() -> this.credentials.versions(CONNECTION)).stream()
			.filter((version) -> version.state() == State.CURRENT)
			.count();
		assertThat(current).isEqualTo(1);
		assertThat(in(() -> this.credentials.versions(CONNECTION)))
			.hasSize((int) stored.stream().filter(Boolean::booleanValue).count());
	}

	@Test
	void theWorkingCopyComesBackWhileTheCheckRuns() {
		store("first", KEY_ID);
		assertThat(workingCopy()).contains("first");
		in(() -> {
			this.credentials.eraseWorkingCopies(CONNECTION);
			return true;
		});
		assertThat(workingCopy()).isEmpty();
		assertThat(column("working_copy", 1)).isNull();
	}

	@Test
	void aCertificateComesBackWithItsKey() {
		ClientCertificate made = TestVault.certificates().selfSigned("Highstage", NOW, EXPIRES);
		CredentialVersion stored = in(() -> this.credentials.store(made, issued(CONNECTION, KEY_ID)));
		assertThat(stored.type()).isEqualTo(CredentialType.CERTIFICATE);
		Credential copy = in(() -> this.credentials.workingCopy(CONNECTION)).orElseThrow();
		assertThat(copy).isInstanceOfSatisfying(ClientCertificate.class,
				(certificate) -> assertThat(certificate.certificate()).isEqualTo(made.certificate()));
	}

	@Test
	void aWorkingCopyIsUselessAfterSevenDaysAndErasedThen() {
		store("first", KEY_ID);
		this.clock.move(Duration.ofDays(7).minusSeconds(1));
		assertThat(in(this.credentials::eraseOldWorkingCopies)).isZero();
		assertThat(workingCopy()).contains("first");
		this.clock.move(Duration.ofSeconds(1));
		assertThat(workingCopy()).isEmpty();
		assertThat(in(this.credentials::eraseOldWorkingCopies)).isEqualTo(1);
		assertThat(column("working_copy", 1)).isNull();
		assertThat(newest().state()).isEqualTo(State.CURRENT);
	}

	@Test
	void aWorkingCopyMovedToAnotherRowDoesNotOpen() {
		store("first", KEY_ID);
		in(() -> this.credentials.store(secret("other"), issued(connection(2), KEY_ID)));
		this.database.jdbc()
			.sql("update credential set working_copy = :copy where connection_id = :connection")
			.param("copy", column("working_copy", 1))
			.param("connection", connection(2).value())
			.update();
		assertThatExceptionOfType(SecretUnreadableException.class)
			.isThrownBy(() -> in(() -> this.credentials.workingCopy(connection(2))));
	}

	@Test
	void whatWasRemovedIsNeitherNewestNorLive() {
		store("first", KEY_ID);
		remove(KEY_ID);
		assertThat(in(() -> this.credentials.newest(CONNECTION))).isEmpty();
		assertThat(in(() -> this.credentials.live(CONNECTION))).isEmpty();
		assertThat(workingCopy()).isEmpty();
		assertThat(column("working_copy", 1)).isNull();
		assertThat(store("second", OTHER_KEY_ID).sequence()).isEqualTo(2);
	}

	@Test
	void aSupersededOneIsLiveUntilItIsRemovedOrExpires() {
		store("first", KEY_ID);
		store("second", OTHER_KEY_ID);
		assertThat(live()).containsExactly(OTHER_KEY_ID, KEY_ID);
		remove(KEY_ID);
		assertThat(live()).containsExactly(OTHER_KEY_ID);
		this.clock.move(Duration.between(NOW, EXPIRES));
		assertThat(live()).isEmpty();
	}

	@Test
	void removingWhatWasNeverStoredChangesNothing() {
		store("first", KEY_ID);
		remove(OTHER_KEY_ID);
		assertThat(newest().state()).isEqualTo(State.CURRENT);
	}

	@Test
	void everyChangeIsInTheAuditTrailOnceAndNoValueIs() {
		store("first", KEY_ID);
		in(this.credentials::eraseOldWorkingCopies);
		remove(KEY_ID);
		remove(KEY_ID);
		assertThat(
				this.database.jdbc().sql("select action from audit_entry order by sequence").query(String.class).list())
			.containsExactly("credential.sealed", "credential.removed");
		assertThat(this.database.jdbc().sql("select details from audit_entry").query(String.class).list())
			.noneMatch((details) -> details.contains("first"));
		assertThat(TestAudit.chain(this.database).verify()).isInstanceOf(Intact.class);
	}

	@Test
	void whatEndsLeavesNoValueBehind() {
		store("first", KEY_ID);
		store("second", OTHER_KEY_ID);
		this.database.transactions().executeWithoutResult((status) -> this.credentials.erase(CONNECTION));
		assertThat(column("sealed_credential", 1)).isEmpty();
		assertThat(column("sealed_credential", 2)).isEmpty();
		assertThat(column("current_connection_id", 2)).isNull();
		assertThat(workingCopy()).isEmpty();
		assertThat(live()).as("at Microsoft").containsExactly(OTHER_KEY_ID, KEY_ID);
	}

	private boolean racing(UUID keyId, CyclicBarrier barrier) throws Exception {
		barrier.await();
		try {
			store("racing", keyId);
			return true;
		}
		catch (ConcurrencyFailureException | DuplicateKeyException ex) {
			return false;
		}
	}

	private CredentialVersion store(String value, @Nullable UUID keyId) {
		return in(() -> this.credentials.store(secret(value), issued(CONNECTION, keyId)));
	}

	private void remove(UUID keyId) {
		this.database.transactions().executeWithoutResult((status) -> this.credentials.removed(CONNECTION, keyId));
	}

	private CredentialVersion newest() {
		return in(() -> this.credentials.newest(CONNECTION)).orElseThrow();
	}

	private Stream<@Nullable UUID> live() {
		return in(() -> this.credentials.live(CONNECTION)).stream().map(CredentialVersion::keyId);
	}

	private Optional<String> workingCopy() {
		return in(() -> this.credentials.workingCopy(CONNECTION))
			.map((credential) -> ((ClientSecret) credential).value().expose((value) -> value));
	}

	private @Nullable String column(String name, long sequence) {
		return this.database.jdbc()
			.sql("select " + name + " from credential where connection_id = :connection and sequence = :sequence")
			.param("connection", CONNECTION.value())
			.param("sequence", sequence)
			.query((row, number) -> Optional.ofNullable(row.getString(1)))
			.single()
			.orElse(null);
	}

	private <T> T in(Supplier<T> work) {
		return Objects.requireNonNull(this.database.transactions().execute((status) -> work.get()));
	}

	private static Credential secret(String value) {
		return new ClientSecret(Secret.of(value));
	}

	private static IssuedCredential issued(ConnectionId connection, @Nullable UUID keyId) {
		return new IssuedCredential(connection, TenantId.parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
				ClientId.parse("c3a0f6b2-77aa-4b2c-9a57-7d2f3f6e1b02"), keyId, "Highstage (hs-1)", EXPIRES);
	}

	private static ConnectionId connection(long number) {
		return new ConnectionId(new UUID(7, number));
	}

}
