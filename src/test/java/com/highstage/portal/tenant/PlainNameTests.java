package com.highstage.portal.tenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\r\n", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029", "\u202e",
			"\u2066", "\u200b", "\ufeff", "\ud83d" })
	void whatIsNotSeenBecomesABlank(String unseen) {
		assertThat(new PlainName("Adele" + unseen + "Vance").value()).isEqualTo("Adele Vance");
	}

	@Test
	void aLongNameIsCutBetweenCharacters() {
		assertThat(new PlainName("\ud83d\ude80".repeat(200)).value()).hasSize(256);
		assertThat(new PlainName("x" + "\ud83d\ude80".repeat(200)).value()).hasSize(255);
	}

}
