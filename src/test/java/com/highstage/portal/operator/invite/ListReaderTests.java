package com.highstage.portal.operator.invite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.operator.invite.Imports.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class ListReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "name,address,reference\nContoso,it@contoso.example,K-1\n",
			"Name;E-Mail-Adresse;Kundennummer\r\nContoso;it@contoso.example;K-1\r\n",
			"Navn\tMail\tKundenr.\nContoso\tit@contoso.example\tK-1",
			"Kunde;E-mail;Kundenummer\nContoso;it@contoso.example;K-1;;;\n;;;\n",
			"sep=;\r\nreference;name;address\r\nK-1;Contoso;it@contoso.example",
			"\uFEFFCustomer name, Administrator, Customer reference\nContoso, it@contoso.example, K-1",
			"name;address;reference\n\"Contoso\";\"it@contoso.example\";=\"K-1\"" })
	void theHeaderDecidesWhichSeparatorAndWhichColumnsThereAre(String text) {
		TypedCustomer only = lines(text).getFirst().customer();
		assertThat(List.of(only.name(), only.address(), only.reference())).containsExactly("Contoso",
				"it@contoso.example", "K-1");
		assertThat(lines(text)).hasSize(1);
	}

	@Test
	void quotedFieldsKeepSeparatorsQuotesAndLines() {
		TypedCustomer only = lines("""
				name,address,mailboxes,line
				"Contoso ""Nord"", Ltd.",it@contoso.example,"a@contoso.example
				b@contoso.example","Hello, you"
				""").getFirst().customer();
		assertThat(only.name()).isEqualTo("Contoso \"Nord\", Ltd.");
		assertThat(only.mailboxes()).isEqualTo("a@contoso.example\nb@contoso.example");
		assertThat(only.personalLine()).isEqualTo("Hello, you");
	}

	@Test
	void leadingZerosStay() {
		assertThat(lines("name,address,ref\nA,a@a.example,=\"0007\"").getFirst().customer().reference())
			.isEqualTo("0007");
	}

	@Test
	void aFormulaIsATextLikeAnyOther() {
		assertThat(lines("name,address\n\"=HYPERLINK(\"\"x\"\")\",a@a.example").getFirst().customer().name())
			.isEqualTo("=HYPERLINK(\"x\")");
	}

	@Test
	void whatIsNoTableIsSaidToBeSo() {
		assertThat(refusal("")).isEqualTo(Refusal.EMPTY);
		assertThat(refusal("name,address\n,,\n")).isEqualTo(Refusal.EMPTY);
		assertThat(refusal("Contoso,it@contoso.example\n")).isEqualTo(Refusal.NO_HEADER);
		assertThat(refusal("name,phone\nContoso,1\n")).isEqualTo(Refusal.NO_HEADER);
		assertThat(refusal("name,address\n\"Contoso,it@contoso.example\nFabrikam,it@fabrikam.example"))
			.isEqualTo(Refusal.BROKEN);
		assertThat(refusal("\0\1\2")).isEqualTo(Refusal.NO_HEADER);
	}

	@Test
	void oneLineMoreThanTheMostIsTooMany() {
		assertThat(lines(many(ListReader.MOST))).hasSize(ListReader.MOST);
		assertThat(refusal(many(ListReader.MOST + 1))).isEqualTo(Refusal.TOO_MANY);
	}

	@Test
	void filesOfEveryExcelAreRead() {
		String text = "name;address\nØrsted Müller;it@contoso.example\n";
		for (byte[] file : List.of(text.getBytes(StandardCharsets.UTF_8),
				("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(Charset.forName("windows-1252")),
				("\uFEFF" + text.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE))) {
			assertThat(lines(ListText.read(file)).getFirst().customer().name()).isEqualTo("Ørsted Müller");
		}
	}

	private static String many(int lines) {
		return IntStream.range(0, lines)
			.mapToObj((i) -> "C" + i + ",c" + i + "@contoso.example\n")
			.collect(Collectors.joining("", "name,address\n", ""));
	}

	private static List<TypedLine> lines(String text) {
		assertThat(ListReader.read(text)).isInstanceOf(Listing.Lines.class);
		return ((Listing.Lines) ListReader.read(text)).lines();
	}

	private static Refusal refusal(String text) {
		assertThat(ListReader.read(text)).isInstanceOf(Listing.Unreadable.class);
		return ((Listing.Unreadable) ListReader.read(text)).why();
	}

}
