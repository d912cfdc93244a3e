package com.highstage.portal.mailbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.mailbox.PastedMailboxes.Piece;
import com.highstage.portal.mailbox.PastedMailboxes.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class PastedMailboxesTests {

	@ParameterizedTest
	@ValueSource(strings = { "a@x.example\nb@x.example", "a@x.example,b@x.example", "a@x.example; b@x.example;",
			"a@x.example\tb@x.example", "  a@x.example   b@x.example  ", "a@x.example\r\n\r\nb@x.example\r\n",
			"\uFEFFa@x.example\u2028b@x.exam\u200Bple", "a@x.example\u00A0b@x.example", "<a@x.example> <b@x.example>",
			"\"Smith, John\" <a@x.example>, Jane Smith <B@X.example>", "Smith, John <a@x.example>; b@x.example.",
			"mailto:a@x.example?subject=Hi\nmailto://b@x.example", "'a@x.example', `b@x.example`",
			"\u201Ca@x.example\u201D (b@x.example)", "[a@x.example](mailto:a@x.example)\nb@x.example",
			"Name,Mail,Type\nA,a@x.example,User\n\"B, C\",\"b@x.example\",Shared",
			"# the list\na@x.example # first\nb@x.example// second\n// c@x.example",
			"a@x.example#nobody\nb@x.example //c@x.example\n#d@x.example", "Anna: a@x.example | Bent: b@x.example",
			"SMTP:a@x.example\nsmtp:b@x.example", "* a@x.example\n* b@x.example!",
			"a@x.example <a@x.example>; b@x.example" })
	void findsTheAddressesHoweverTheyAreSeparated(String text) {
		assertThat(taken(text)).isEqualTo("a@x.example b@x.example");
		assertThat(PastedMailboxes.parse(text).pieces())
			.allSatisfy((piece) -> assertThat(piece.verdict()).as(piece.text()).isIn(Verdict.TAKEN, Verdict.TWICE));
	}

	@Test
	void eachPieceGetsItsVerdictAndItsLine() {
		PastedMailboxes pasted = PastedMailboxes.parse("a@x.example\n\nA@X.example; o'brien@x.example\ninfo\n"
				+ "j\u00FCrgen@x.example, a@b@c.example\n---\n@x.example a@localhost");
		assertThat(pasted.pieces())
			.extracting((piece) -> piece.line() + " " + piece.text() + " " + piece.verdict().messageKey())
			.containsExactly("1 a@x.example pasted.taken", "3 A@X.example pasted.twice",
					"3 o'brien@x.example pasted.no-address", "4 info pasted.no-address",
					"5 j\u00FCrgen@x.example pasted.no-address", "5 a@b@c.example pasted.no-address",
					"7 @x.example pasted.no-address", "7 a@localhost pasted.no-address");
	}

	@Test
	void aHashWithinAGuestsSignInNameIsNoComment() {
		assertThat(taken("pat_northwind.example#EXT#@x.example")).isEqualTo("pat_northwind.example#ext#@x.example");
	}

	@Test
	void onlyTheFirstLineNamesColumns() {
		assertThat(taken("a@x.example\nName;Mail")).isEqualTo("a@x.example");
		assertThat(PastedMailboxes.parse("a@x.example\nName;Mail").pieces()).hasSize(2);
		assertThat(PastedMailboxes.parse("DisplayName;PrimarySmtpAddress\nA;a@x.example").pieces()).hasSize(1);
	}

	@Test
	void nothingIsNothing() {
		assertThat(PastedMailboxes.parse("").pieces()).isEmpty();
		assertThat(PastedMailboxes.parse(" \n,;\t\u200B# a@x.example").pieces()).isEmpty();
	}

	@Test
	void moreThanThePortalTakesIsLeftOutAndSaidSo() {
		PastedMailboxes pasted = PastedMailboxes.parse(IntStream.range(0, PastedMailboxes.MOST + 3)
			.mapToObj((number) -> "m" + number + "@x.example")
			.collect(Collectors.joining(",")));
		assertThat(pasted.addresses()).hasSize(PastedMailboxes.MOST);
		assertThat(pasted.pieces()).filteredOn((piece) -> piece.verdict() == Verdict.TOO_MANY).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"", "<", "a@", "a@b ", "a@b.c,", "a.", "a@a.", "a@a-", "\n", "\r\n\"", "#", "/", "@",
			"(", " ", "\"a\" ", "\uD83D\uDCEC", "\uD83D", "\u202E", "x'@", "a#", "a/", "<a@b.cc>", "\"\" <" })
	void hostileTextIsReadInTimeAndBounded(String piece) {
		String text = piece.repeat(1 + 2_000_000 / piece.length());
		PastedMailboxes pasted = CompletableFuture.supplyAsync(() -> PastedMailboxes.parse(text))
			.orTimeout(20, TimeUnit.SECONDS)
			.join();
		assertThat(pasted.pieces()).hasSizeLessThanOrEqualTo(2 * PastedMailboxes.MOST + 1);
		assertThat(pasted.pieces()).last().extracting(Piece::verdict).isEqualTo(Verdict.TOO_MANY);
		assertThat(pasted.pieces()).extracting(Piece::text).allSatisfy((shown) -> {
			assertThat(shown).hasSizeLessThanOrEqualTo(101).doesNotContain("\u202E", "\n");
			assertThat(shown.codePoints()).noneMatch((point) -> Character.getType(point) == Character.SURROGATE);
		});
	}

	private static String taken(String text) {
		return PastedMailboxes.parse(text).addresses().stream().map(Object::toString).collect(Collectors.joining(" "));
	}

}
