package com.highstage.portal.vault.reader;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.highstage.portal.simulator.client.NodePackages;
import com.highstage.portal.simulator.client.Programs;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library that nobody here wrote opens, and refuses, the test vectors.
 */
class JoseForNodeTests {

	@Test
	void opensTheGoodVectorsAndRefusesTheBadOnes() {
		Programs.Outcome outcome = NodePackages.test("jose.test.mjs",
				Map.of("VECTORS", Path.of("src/test/resources/vectors").toAbsolutePath().toString()));
		assertThat(outcome.status()).as(outcome.output()).isZero();
		assertThat(outcome.output()).contains("pass " + Vectors.read().vectors().size());
	}

}
