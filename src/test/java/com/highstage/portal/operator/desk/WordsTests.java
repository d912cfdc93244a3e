package com.highstage.portal.operator.desk;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void caseAndDiacriticsAreFolded() {
		assertThat(Words.fold("Café Ærø STRASSE Straße Łódź İstanbul"))
			.isEqualTo("cafe aero strasse strasse lodz istanbul");
	}

	@Test
	void anAddressIsItsWords() {
		assertThat(texts(Words.of("It-Drift@Fabrikam.example"))).containsExactly("drift", "example", "fabrikam", "it");
	}

	@Test
	void anIdIsOneWordWhereverItStands() {
		assertThat(texts(Words.of("id 41674167-0006-4000-8000-000000000006.")))
			.containsExactly("41674167000640008000000000000006", "id");
	}

	@Test
	void theBeginningOfAnIdIsSoughtAsOneWord() {
		assertThat(texts(Words.sought("41674167-00"))).containsExactly("4167416700");
	}

	@Test
	void aWordThatBeginsAnotherOneIsNotSoughtBesideIt() {
		assertThat(texts(Words.sought("fab fabrikam FAB"))).containsExactly("fabrikam");
	}

	@Test
	void aSearchHasAnEndHoweverMuchIsTyped() {
		assertThat(Words.sought("a b c d e f g h i j k l m n")).hasSize(8);
	}

	@Test
	void signsAloneAreNoWord() {
		assertThat(Words.of("  ,;%_* '--")).isEmpty();
	}

	@Test
	void everyWordWithABeginningIsBetweenItAndItsEnd() {
		byte[] word = "fab".getBytes(StandardCharsets.UTF_8);
		for (String inside : List.of("fab", "fabrikam", "fab\uFFFF", "fab\uD83D\uDE00")) {
			byte[] bytes = inside.getBytes(StandardCharsets.UTF_8);
			assertThat(java.util.Arrays.compareUnsigned(word, bytes)).isNotPositive();
			assertThat(java.util.Arrays.compareUnsigned(bytes, Words.end(word))).isNegative();
		}
		assertThat(java.util.Arrays.compareUnsigned("fac".getBytes(StandardCharsets.UTF_8), Words.end(word)))
			.isPositive();
	}

	@Test
	void aWordIsKeptShortAndSoughtAsShort() {
		String endless = "x".repeat(300);
		assertThat(Words.of(endless)).singleElement().satisfies((word) -> assertThat(word).hasSize(Words.LONGEST));
		assertThat(Words.sought(endless)).usingRecursiveComparison().isEqualTo(List.copyOf(Words.of(endless)));
	}

	private static List<String> texts(Collection<byte[]> words) {
		return words.stream().map((word) -> new String(word, StandardCharsets.UTF_8)).toList();
	}

}
