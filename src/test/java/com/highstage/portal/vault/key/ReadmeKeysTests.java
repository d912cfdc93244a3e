package com.highstage.portal.vault.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeKeysTests {

	@TempDir
	Path directory;

	@Test
	void theKeysMadeByItsCommandsAreAccepted() throws IOException, InterruptedException {
		run(commands());
		VaultKeys keys = new KeyLoader(new VaultProperties(List.of(file("key.jwk")), List.of(file("hmac-key.jwk")),
				List.of(file("signing-key.pem")), List.of(file("recipient-key.pem")), null, false, this.directory,
				"https://portal.example", Duration.ofDays(7)))
			.load();
		assertThat(keys.recipients().getFirst().key().size()).isEqualTo(3072);
		assertThat(keys.recipients().getFirst().pairHeld()).isFalse();
	}

	private static String commands() throws IOException {
		Matcher block = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("README.md")));
		assertThat(block.find()).isTrue();
		return block.group(1);
	}

	private void run(String commands) throws IOException, InterruptedException {
		Process process;
		try {
			process = new ProcessBuilder("bash", "-e", "-c", "openssl version\n" + commands)
				.directory(this.directory.toFile())
				.redirectErrorStream(true)
				.start();
		}
		catch (IOException ex) {
			Assumptions.abort("Skipped: bash is not installed");
			return;
		}
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Assumptions.assumeTrue(output.startsWith("OpenSSL"), "Skipped: openssl is not installed");
		assertThat(process.waitFor()).as(output).isZero();
	}

	private String file(String name) {
		return this.directory.resolve(name).toString();
	}

}
