package com.highstage.portal.vault.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class KeyDirectoryTests {

	private static final String[] FILES = { "hmac-key.jwk", "key.jwk", "recipient-key.jwk", "recipient-private-key.jwk",
			"signing-key.jwk" };

	/**
	 * Keys that were generated once: RSA keys of that length take seconds.
	 */
	@TempDir
	static Path generated;

	@TempDir
	Path data;

	@BeforeAll
	static void generate() {
		new KeyLoader(generating(generated)).load();
	}

	@Test
	void allKeysAreGeneratedForTheirOwnerOnly() throws IOException {
		load();
		assertThat(list(keys())).containsExactlyInAnyOrder(FILES);
		assertThat(permissions(keys())).isEqualTo("rwx------");
		for (String file : FILES) {
			assertThat(permissions(keys().resolve(file))).isEqualTo("rw-------");
		}
	}

	@Test
	void aSecondStartReadsTheSameKeys() throws IOException {
		startedBefore();
		VaultKeys first = load();
		assertThat(load()).isEqualTo(first);
	}

	@Test
	void theRecipientIsAPublicKeyOfSufficientLength() throws IOException {
		startedBefore();
		VaultKeys keys = load();
		assertThat(keys.recipients().getFirst().key().isPrivate()).isFalse();
		assertThat(keys.recipients().getFirst().key().size()).isEqualTo(3072);
		assertThat(keys.recipients().getFirst().pairHeld()).isTrue();
	}

	@Test
	void theGeneratedPrivateKeyFitsThePublicOne() throws Exception {
		startedBefore();
		VaultKeys keys = load();
		RSAKey pair = RSAKey.parse(Files.readString(keys().resolve("recipient-private-key.jwk")));
		assertThat(pair.isPrivate()).isTrue();
		assertThat(pair.toRSAPublicKey()).isEqualTo(keys.recipients().getFirst().key().toRSAPublicKey());
	}

	@Test
	void onceThePrivateKeyWasMovedAwayItsHolderHasToProveIt() throws IOException {
		startedBefore();
		VaultKeys before = load();
		Files.delete(keys().resolve("recipient-private-key.jwk"));
		VaultKeys after = load();
		assertThat(after.recipients().getFirst().key()).isEqualTo(before.recipients().getFirst().key());
		assertThat(after.recipients().getFirst().pairHeld()).isFalse();
	}

	@Test
	void anotherPublicKeyInItsPlaceDoesNotCountAsGenerated() throws IOException {
		startedBefore();
		Path other = Files.createDirectory(this.data.resolve("other"));
		VaultKeys others = new KeyLoader(generating(other)).load();
		Files.copy(other.resolve("keys/recipient-key.jwk"), keys().resolve("recipient-key.jwk"),
				StandardCopyOption.REPLACE_EXISTING);
		assertThat(load().recipients().getFirst().key()).isEqualTo(others.recipients().getFirst().key());
		assertThat(load().recipients().getFirst().pairHeld()).isFalse();
	}

	@Test
	void aLostKeyIsNotReplacedSilently() throws IOException {
		startedBefore();
		Files.delete(keys().resolve("key.jwk"));
		assertThatExceptionOfType(KeyProblemException.class).isThrownBy(this::load)
			.withMessageContaining("key.jwk is missing beside the other keys")
			.satisfies((ex) -> assertThat(ex.remedy()).contains("backup"));
		assertThat(keys().resolve("key.jwk")).doesNotExist();
	}

	@Test
	void onlyWhatIsNotConfiguredIsGenerated() throws IOException {
		startedBefore();
		Path other = Files.createDirectory(this.data.resolve("other"));
		VaultProperties recipientOnly = new VaultProperties(List.of(), List.of(), List.of(),
				List.of(keys().resolve("recipient-key.jwk").toString()), null, true, other.resolve("keys"), "issuer",
				Duration.ofDays(7));
		assertThat(new KeyLoader(recipientOnly).load().recipients().getFirst().pairHeld()).isFalse();
		assertThat(list(other.resolve("keys"))).containsExactlyInAnyOrder("hmac-key.jwk", "key.jwk", "signing-key.jwk");
	}

	@Test
	void processesThatStartTogetherAgree() throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<VaultKeys>> loads = threads.invokeAll(Collections.<Callable<VaultKeys>>nCopies(4, this::load));
			for (Future<VaultKeys> load : loads) {
				assertThat(load.get()).isEqualTo(loads.getFirst().get());
			}
		}
		assertThat(list(this.data)).containsExactly("keys");
	}

	@Test
	void aDirectoryThatCannotBeWrittenIsExplained() throws IOException {
		Path file = Files.createFile(this.data.resolve("file"));
		assertThatExceptionOfType(KeyProblemException.class).isThrownBy(() -> new KeyLoader(generating(file)).load())
			.withMessageContaining("cannot be generated");
	}

	@Test
	void itIsSaidPlainlyThatThePortalCanOpenItsOwnSecrets(CapturedOutput output) {
		load();
		assertThat(output).contains("WARN", "Back this directory up",
				"This portal holds the private key that opens what it seals");
	}

	@Test
	void noKeyIsLogged(CapturedOutput output) {
		VaultKeys keys = load();
		assertThat(output.toString() + keys).doesNotContain(keys.box().getFirst().getKeyValue().toString())
			.doesNotContain(keys.signer().getD().toString());
	}

	private void startedBefore() throws IOException {
		FileSystemUtils.copyRecursively(generated, this.data);
		Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rwx------"));
		for (String file : FILES) {
			Files.setPosixFilePermissions(keys().resolve(file), PosixFilePermissions.fromString("rw-------"));
		}
	}

	private VaultKeys load() {
		return new KeyLoader(generating(this.data)).load();
	}

	private Path keys() {
		return this.data.resolve("keys");
	}

	private static VaultProperties generating(Path data) {
		return new VaultProperties(List.of(), List.of(), List.of(), List.of(), null, true, data.resolve("keys"),
				"issuer", Duration.ofDays(7));
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

	private static List<String> list(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
