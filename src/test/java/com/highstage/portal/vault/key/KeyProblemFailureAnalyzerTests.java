package com.highstage.portal.vault.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class KeyProblemFailureAnalyzerTests {

	private final KeyProblemException problem = KeyProblemException.missing(List.of(KeyRole.SIGNING_KEY),
			Path.of("/var/lib/portal/keys"));

	@Test
	void saysInWordsWhatIsMissingAndWhatToDo() {
		FailureAnalysis analysis = Objects.requireNonNull(
				new KeyProblemFailureAnalyzer().analyze(new IllegalStateException("cannot create bean", this.problem)));
		assertThat(analysis.getDescription()).isEqualTo("The portal has no keys: portal.vault.signing-key is not set.");
		assertThat(analysis.getAction()).contains("portal.vault.generate=true", "/var/lib/portal/keys");
	}

	@Test
	void isFoundBySpring() {
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, ArgumentResolver.of(Environment.class, new MockEnvironment()),
					(type, name, failure) -> {
					});
		assertThat(analyzers).hasAtLeastOneElementOfType(KeyProblemFailureAnalyzer.class);
	}

}
