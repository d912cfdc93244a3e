package com.highstage.portal.drift;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.verification.Trouble.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class ReportedErrorTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					AADSTS7000222: The provided client secret keys are expired. | SECRET_ENDED | SECRET_EXPIRED | true
					invalid_client: AADSTS7000215: Invalid client secret provided. | SECRET_REMOVED | SECRET_REMOVED | true
					AADSTS700027: The certificate is not registered | SECRET_REMOVED | SECRET_REMOVED | true
					AADSTS700016: Application with identifier was not found | APPLICATION_GONE | APPLICATION_DELETED | true
					AADSTS7000229: missing service principal | APPLICATION_GONE | APPLICATION_DELETED | true
					AADSTS7000112: Application 'x' is disabled. | APPLICATION_DISABLED | APPLICATION_DISABLED | true
					AADSTS65001: not consented | CONSENT_WITHDRAWN | CONSENT_WITHDRAWN | true
					AADSTS53003: blocked by Conditional Access | LOGIN_FAILED | CONDITIONAL_ACCESS | true
					AADSTS1234567: who knows | LOGIN_FAILED | REFUSED | true
					A1 NO AUTHENTICATE failed. | LOGIN_FAILED | LOGIN_REFUSED | false
					A1 BAD User is authenticated but not connected. | LOGIN_FAILED | MAILBOX_NOT_OPENED | false
					-ERR Authentication failure: unknown user name or bad password. | LOGIN_FAILED | LOGIN_REFUSED | false
					535 5.7.3 Authentication unsuccessful | LOGIN_FAILED | LOGIN_REFUSED | false
					535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. | PROTOCOL_OFF | SMTP_OFF | false
					550 5.7.60 SMTP; Client does not have permissions to send as this sender | LOGIN_FAILED | MAY_NOT_SEND | false
					""")
	void whatTheTextTellsIsUnderstood(String text, Kind kind, Cause cause, boolean whole) {
		assertThat(ReportedError.in(text)).hasValueSatisfying((said) -> {
			assertThat(said.kind()).isEqualTo(kind);
			assertThat(said.explanation().key()).isEqualTo(cause.key());
			assertThat(said.explanation().code()).isEqualTo(text);
			assertThat(said.whole()).isEqualTo(whole);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "java.net.ConnectException: Connection refused", "Read timed out",
			"Authentication failed: connect timed out", "AADSTS90033: A transient error has occurred.",
			"AADSTS50196: too many identical requests", "UnknownHostException: outlook.office365.com",
			"NO Server Unavailable. 15", "disk full", "AADSTS", "AADSTS123456789012345", "\u0000\uD83D" })
	void whatSaysNothingCertainIsNoDrift(String text) {
		assertThat(ReportedError.in(text)).isEmpty();
	}

	@Test
	void hostileTextIsKeptShortAndWhole() {
		String text = "AADSTS7000215" + "\uD83D\uDE00".repeat(100_000);
		String kept = ReportedError.in(text).orElseThrow().explanation().code();
		assertThat(kept).hasSizeLessThanOrEqualTo(200).startsWith("AADSTS7000215");
		assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 1))).isFalse();
	}

}
