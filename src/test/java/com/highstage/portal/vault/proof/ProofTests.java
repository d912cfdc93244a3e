package com.highstage.portal.vault.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.RecipientKeyChanged;
import com.highstage.portal.vault.RecipientKeyChanged.Change;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.RecipientKeys.RecipientKey;
import com.highstage.portal.vault.RecipientKeys.State;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.TokenHash;
import com.highstage.portal.vault.cipher.TestVault;
import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultKeys.Recipient;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ProofTests {

	private static final RSAKey OLD = TestKeys.recipient();

	private static final RSAKey NEW = TestKeys.otherRecipient();

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T09:00:00Z"));

	private final Database database;

	private final TestProofs proofs;

	ProofTests(Database database) {
		this.database = database;
		this.proofs = started(OLD);
	}

	@Test
	void aKeyWaitsUntilItsCanaryWasOpened() {
		assertThat(key(OLD).state()).isEqualTo(State.WAITS_FOR_PROOF);
		assertThat(answer(OLD, read(OLD))).isTrue();
		assertThat(key(OLD).state()).isEqualTo(State.PROVEN);
		assertThat(key(OLD).provenUntil()).isEqualTo(this.clock.instant().plus(Duration.ofDays(7)));
		this.clock.move(Duration.ofDays(7));
		assertThat(key(OLD).state()).isEqualTo(State.WAITS_FOR_PROOF);
	}

	@Test
	void theNextCanaryComesWhileTheProofHolds() {
		String first = read(OLD);
		answer(OLD, first);
		this.clock.move(Duration.ofDays(3));
		this.proofs.keep();
		assertThat(read(OLD)).isEqualTo(first);
		this.clock.move(Duration.ofHours(12));
		this.proofs.keep();
		String next = read(OLD);
		assertThat(next).isNotEqualTo(first);
		assertThat(key(OLD).state()).isEqualTo(State.PROVEN);
		assertThat(answer(OLD, next)).isTrue();
		assertThat(key(OLD).provenUntil()).isEqualTo(this.clock.instant().plus(Duration.ofDays(7)));
	}

	@Test
	void aLateAnswerTellsOfTheTimeSinceItsCanaryWasMade() {
		String content = read(OLD);
		Instant made = this.clock.instant();
		this.clock.move(Duration.ofDays(3));
		assertThat(answer(OLD, content)).isTrue();
		assertThat(key(OLD).provenUntil()).isEqualTo(made.plus(Duration.ofDays(7)));
	}

	@Test
	void anAnswerToACanaryThatNobodyReplacedInTimeProvesNothing() {
		String content = read(OLD);
		this.clock.move(Duration.ofDays(7));
		answer(OLD, content);
		assertThat(key(OLD).state()).isEqualTo(State.WAITS_FOR_PROOF);
		assertThat(changes(Change.PROVEN)).isZero();
	}

	@Test
	void anAnswerToAnOlderCanaryProvesNothing() {
		String first = read(OLD);
		this.clock.move(Duration.ofDays(4));
		this.proofs.keep();
		assertThat(answer(OLD, first)).isFalse();
		assertThat(key(OLD).state()).isEqualTo(State.WAITS_FOR_PROOF);
	}

	@Test
	void theSameAnswerAgainIsRightAndProvesNothingNew() {
		String content = read(OLD);
		answer(OLD, content);
		Instant until = key(OLD).provenUntil();
		this.clock.move(Duration.ofDays(1));
		assertThat(answer(OLD, content)).isTrue();
		assertThat(key(OLD).provenUntil()).isEqualTo(until);
		assertThat(changes(Change.PROVEN)).isEqualTo(1);
	}

	@Test
	void whatTheDatabaseHoldsIsNoAnswer() {
		String stored = this.database.jdbc().sql("select answer_hash from recipient_key").query(String.class).single();
		String canary = Objects.requireNonNull(key(OLD).canary());
		for (String guess : List.of(stored, canary, hash(canary), "", hash(""), read(OLD))) {
			assertThat(this.proofs.recipients().answer(id(OLD), guess)).isFalse();
		}
		assertThat(key(OLD).state()).isEqualTo(State.WAITS_FOR_PROOF);
		assertThat(changes(Change.ANSWERED_WRONGLY)).isEqualTo(6);
	}

	@Test
	void manyWrongAnswersHelpNobodyAndAreNotToldForEver() {
		IntStream.range(0, 50).forEach((guess) -> answer(OLD, "guess " + guess));
		assertThat(changes(Change.ANSWERED_WRONGLY)).isEqualTo(10);
		assertThat(answer(OLD, read(OLD))).isTrue();
	}

	@Test
	void anAnswerForAnUnknownOrRetiredKeyChangesNothing() {
		String content = read(OLD);
		TestProofs next = started(NEW);
		assertThat(next.recipients().answer(id(OLD), hash(content))).isFalse();
		assertThat(next.recipients().answer(new RecipientKeyId("unknown"), hash(content))).isFalse();
		assertThat(next.recipients().find(id(OLD))).map(RecipientKey::state).contains(State.RETIRED);
	}

	@Test
	void theFormerKeyIsUsedUntilTheNewestIsProven() {
		answer(OLD, read(OLD));
		TestProofs both = started(NEW, OLD);
		CredentialSealing sealing = TestVault.sealing(keys(NEW, OLD), this.clock, this.database);
		assertThat(both.recipients().all()).extracting(RecipientKey::id).containsExactly(id(NEW), id(OLD));
		assertThat(sealing.provenRecipient()).contains(id(OLD));
		assertThat(both.recipients().answer(id(NEW), hash(read(NEW)))).isTrue();
		assertThat(sealing.provenRecipient()).contains(id(NEW));
		this.clock.move(Duration.ofDays(7));
		assertThat(sealing.provenRecipient()).isEmpty();
	}

	@Test
	void aKeyThatIsNoLongerConfiguredIsRetiredAndMayComeBack() {
		answer(OLD, read(OLD));
		TestProofs next = started(NEW);
		assertThat(next.changes()).contains(new RecipientKeyChanged(id(OLD), Change.RETIRED),
				new RecipientKeyChanged(id(NEW), Change.ADDED));
		RecipientKey retired = next.recipients().find(id(OLD)).orElseThrow();
		assertThat(retired.state()).isEqualTo(State.RETIRED);
		assertThat(retired.canary()).isNull();
		assertThat(published()).containsExactly(NEW.getKeyID());
		TestProofs back = started(NEW, OLD);
		assertThat(back.changes()).containsExactly(new RecipientKeyChanged(id(OLD), Change.ADDED));
		assertThat(back.recipients().find(id(OLD))).map(RecipientKey::state).contains(State.PROVEN);
	}

	@Test
	void aPairThatThePortalHoldsNeedsNoCanary() {
		TestProofs held = new TestProofs(this.database, TestKeys.generated(), this.clock);
		this.database.jdbc().sql("delete from recipient_key").update();
		held.start();
		RecipientKey key = held.recipients().find(id(OLD)).orElseThrow();
		assertThat(key.state()).isEqualTo(State.HELD);
		assertThat(key.canary()).isNull();
	}

	@Test
	void aStartGoesOnWhenNothingCanBeWrittenDownAndIsMadeUpForLater() {
		TestProofs next = new TestProofs(this.database, keys(NEW), this.clock);
		next.writable(false);
		next.start();
		assertThat(published()).containsExactly(OLD.getKeyID());
		next.writable(true);
		next.keep();
		assertThat(published()).containsExactly(NEW.getKeyID());
	}

	@Test
	void replicasThatStartTogetherMakeOneCanary() throws Exception {
		this.database.jdbc().sql("delete from recipient_key").update();
		List<TestProofs> replicas = IntStream.range(0, 4)
			.mapToObj((number) -> new TestProofs(this.database, keys(OLD), this.clock))
			.toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Callable<String>> starts = replicas.stream().<Callable<String>>map((replica) -> () -> {
				replica.start();
				return read(OLD);
			}).toList();
			Set<String> seen = threads.invokeAll(starts).stream().map(ProofTests::get).collect(Collectors.toSet());
			assertThat(seen).hasSize(1);
		}
		assertThat(replicas.stream().flatMap((replica) -> replica.changes().stream()))
			.containsExactly(new RecipientKeyChanged(id(OLD), Change.ADDED));
	}

	private TestProofs started(RSAKey... recipients) {
		TestProofs replica = new TestProofs(this.database, keys(recipients), this.clock);
		replica.start();
		return replica;
	}

	private static VaultKeys keys(RSAKey... recipients) {
		VaultKeys keys = TestKeys.configured();
		return new VaultKeys(keys.box(), keys.hmac(), keys.signing(),
				List.of(recipients).stream().map((key) -> new Recipient(key.toPublicJWK(), false)).toList());
	}

	private boolean answer(RSAKey key, String content) {
		return this.proofs.recipients().answer(id(key), hash(content));
	}

	private String read(RSAKey key) {
		String sealed = this.database.jdbc()
			.sql("select canary from highstage_recipient_key_v1 where key_id = :id")
			.param("id", key.getKeyID())
			.query(String.class)
			.single();
		return CanaryOpener.open(sealed, key);
	}

	private RecipientKey key(RSAKey key) {
		return this.proofs.recipients().find(id(key)).orElseThrow();
	}

	private long changes(Change change) {
		return this.proofs.changes().stream().filter((changed) -> changed.change() == change).count();
	}

	private List<String> published() {
		return this.database.jdbc().sql("select key_id from highstage_recipient_key_v1").query(String.class).list();
	}

	private static String hash(String content) {
		return TokenHash.of(content).value();
	}

	private static RecipientKeyId id(RSAKey key) {
		return new RecipientKeyId(key.getKeyID());
	}

	private static String get(Future<String> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
