package com.highstage.portal.notification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailAddressTests {

	@ParameterizedTest
	@CsvSource({ "anna@example.com, anna@example.com", "' anna@Example.COM ', anna@example.com",
			"Anna.O'Neill+mail@mail.example.com, Anna.O'Neill+mail@mail.example.com", "søren@example.com, ",
			"post@møller.example, post@xn--mller-vua.example",
			"post@xn--mller-kva.example, post@xn--mller-kva.example" })
	void oneMailboxIsRead(String typed, String address) {
		assertThat(MailAddress.parse(typed).map(MailAddress::value).orElse(null)).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "@", "anna", "anna@", "@example.com", "anna@localhost",
			"anna@example.com, eve@example.com", "anna@example.com;eve@example.com", "Anna <anna@example.com>",
			"<anna@example.com>", "anna@example.com (Anna)", "friends: anna@example.com;", "\"anna eve\"@example.com",
			"\"anna\"@example.com", "anna@[192.0.2.1]", "anna@192.0.2.1", "anna@eve@example.com",
			"anna%eve.example@example.com", "eve.example!anna@example.com", "anna..b@example.com", ".anna@example.com",
			"anna.@example.com", "anna@-example.com", "anna@example..com", "anna@example.com.", "anna b@example.com",
			"anna@exam ple.com", "anna@straße.example", "anna@exa_mple.com", "anna|mail@example.com",
			"anna@example.com\u202e", "anna\u0000@example.com", "anna@ex\u200dample.com" })
	void anythingElseIsRefused(String typed) {
		assertThat(MailAddress.parse(typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r", "\n", "\u0085", "\u2028" })
	void aLineBreakIsRefused(String broken) {
		assertThat(MailAddress.parse("anna@example.com" + broken + "Bcc: eve@example.com")).isEmpty();
		assertThat(MailAddress.parse("an" + broken + "na@example.com")).isEmpty();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MailAddress("anna@example.com" + broken + "Bcc: eve@example.com"));
	}

	@Test
	void lengthsAreThoseThatAMailServerTakes() {
		assertThat(MailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
		assertThat(MailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
		String domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(60) + ".com";
		assertThat(MailAddress.parse("a".repeat(253 - domain.length()) + "@" + domain)).isPresent();
		assertThat(MailAddress.parse("a".repeat(254 - domain.length()) + "@" + domain)).isEmpty();
	}

}
