package com.highstage.portal.microsoft;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.microsoft.Failure.Kind;

class ExplanationsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "_da", "_de" })
	void everyCauseHasItsFourPartsAndNoWordsAreLeftOver(String language) throws IOException {
		TreeSet<String> expected = Arrays.stream(Cause.values())
			.flatMap((cause) -> Stream.of("what", "why", "todo", "who")
				.map((part) -> "explain." + cause.key() + "." + part))
			.collect(Collectors.toCollection(TreeSet::new));
		Properties words = words(language);
		Assertions.assertThat(new TreeSet<>(words.stringPropertyNames())).isEqualTo(expected);
		Assertions.assertThat(words.values()).allSatisfy((text) -> Assertions.assertThat(text.toString()).isNotBlank());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_da", "_de" })
	void theWordsAreForAdministratorsAndSafeInEveryMessageFormat(String language) throws IOException {
		Assertions.assertThat(words(language).values())
			.allSatisfy((text) -> Assertions.assertThat(text.toString())
				.doesNotContainIgnoringCase("tenant")
				.doesNotContain("AADSTS", "'", "{", "<"));
	}

	@ParameterizedTest
	@CsvSource({ "7000215, WRONG_SECRET", "7000222, SECRET_EXPIRED", "700016, APPLICATION_UNKNOWN",
			"7000229, NO_ENTERPRISE_APPLICATION", "90002, ORGANISATION_UNKNOWN", "900023, ORGANISATION_UNKNOWN",
			"90038, ORGANISATION_UNKNOWN", "65001, CONSENT_MISSING", "65004, CONSENT_DECLINED",
			"500011, NO_EXCHANGE_ONLINE", "650052, NO_EXCHANGE_ONLINE", "650057, PERMISSION_NOT_DECLARED",
			"53003, CONDITIONAL_ACCESS", "530032, CONDITIONAL_ACCESS", "50076, MULTI_FACTOR_NEEDED",
			"50079, MULTI_FACTOR_NEEDED", "53000, MANAGED_DEVICE_NEEDED", "53001, MANAGED_DEVICE_NEEDED",
			"53002, MANAGED_DEVICE_NEEDED", "50020, OTHER_ORGANISATIONS_ACCOUNT", "50177, OTHER_ORGANISATIONS_ACCOUNT",
			"90072, OTHER_ORGANISATIONS_ACCOUNT", "50105, ASSIGNMENT_REQUIRED", "90094, APPROVAL_NEEDED",
			"50196, TOO_MANY_REQUESTS", "90033, MICROSOFT_BUSY", "90090, MICROSOFT_BUSY", "50033, MICROSOFT_BUSY",
			"90024, MICROSOFT_BUSY", "50011, REDIRECT_ADDRESS_MISSING", "500113, REDIRECT_ADDRESS_MISSING",
			"54005, SIGN_IN_ENDED" })
	void everyNumberOfEntraHasItsOwnCause(String number, Cause cause) {
		String code = "AADSTS" + number;
		Assertions.assertThat(Explanations.of(failure(Kind.TELL_ADMIN, 400, code)))
			.isEqualTo(new Explanation(cause.key(), code, "reference"));
		Assertions.assertThat(Explanations.of(code, "reference").key()).isEqualTo(cause.key());
	}

	@ParameterizedTest
	@CsvSource({ "Authorization_RequestDenied, 403, TELL_ADMIN, ROLE_TOO_SMALL",
			"CredentialTypeNotAllowedAsPerAppPolicy, 400, TELL_ADMIN, SECRETS_FORBIDDEN",
			"CredentialInvalidLifetimeAsPerAppPolicy, 400, TELL_ADMIN, SECRET_LIVES_TOO_LONG",
			"SomethingElseAsPerAppPolicy, 400, TELL_ADMIN, FORBIDDEN_BY_POLICY",
			"Directory_QuotaExceeded, 403, TELL_ADMIN, DIRECTORY_FULL",
			"Request_MultipleObjectsWithSameKeyValue, 409, RETRY_LATER, MADE_TWICE",
			"Request_ResourceNotFound, 404, NOT_FOUND, NOT_FOUND",
			"Directory_ObjectNotFound, 404, NOT_FOUND, NOT_FOUND",
			"Request_ResourceNotFound, 404, RETRY_LATER, STILL_SPREADING",
			"AADSTS7000215, 401, RETRY_LATER, STILL_SPREADING", "AADSTS7000222, 401, RETRY_LATER, STILL_SPREADING",
			"TooManyRequests, 429, RETRY_LATER, TOO_MANY_REQUESTS", "Http429, 429, RETRY_LATER, TOO_MANY_REQUESTS",
			"serviceUnavailable, 503, RETRY_LATER, MICROSOFT_BUSY",
			"InternalServerError, 500, UNKNOWN, NO_CLEAR_ANSWER",
			"InvalidAuthenticationToken, 401, SIGN_IN_AGAIN, SIGN_IN_ENDED", "NoToken, 0, SIGN_IN_AGAIN, SIGN_IN_ENDED",
			"Timeout, 0, UNKNOWN, NO_CLEAR_ANSWER", "ConnectionLost, 0, UNKNOWN, NO_CLEAR_ANSWER",
			"NotReachable, 0, RETRY_LATER, NOT_REACHABLE", "UnreadableAnswer, 404, RETRY_LATER, STRANGE_ANSWER",
			"PortalBusy, 0, RETRY_LATER, PORTAL_BUSY", "Request_BadRequest, 400, BUG, UNEXPECTED" })
	void everyCodeOfGraphHasItsCause(String code, int status, Kind kind, Cause cause) {
		Assertions.assertThat(Explanations.of(failure(kind, status, code)).key()).isEqualTo(cause.key());
	}

	@Test
	void theMostSpecificCodeDecidesAndIsShown() {
		Failure failure = new Failure(Kind.TELL_ADMIN, 400, "Request_BadRequest",
				List.of("CredentialTypeNotAllowedAsPerAppPolicy"), null, "", "reference", null);
		Assertions.assertThat(Explanations.of(failure))
			.isEqualTo(new Explanation("secrets-forbidden", "CredentialTypeNotAllowedAsPerAppPolicy", "reference"));
		Failure early = new Failure(Kind.RETRY_LATER, 400, "Request_BadRequest", List.of("NoBackingApplicationObject"),
				null, "", "reference", null);
		Assertions.assertThat(Explanations.of(early).key()).isEqualTo("still-spreading");
		Failure challenge = new Failure(Kind.SIGN_IN_AGAIN, 401, "InvalidAuthenticationToken",
				List.of("ClaimsChallenge"), null, "", "reference", null);
		Assertions.assertThat(Explanations.of(challenge).key()).isEqualTo("stronger-sign-in");
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void anUnknownCodeGetsAGeneralTextWithTheCode(Kind kind) {
		Explanation explanation = Explanations.of(failure(kind, 418, "Teapot_ShortAndStout"));
		Assertions.assertThat(explanation.code()).isEqualTo("Teapot_ShortAndStout");
		Assertions.assertThat(Arrays.stream(Cause.values()).map(Cause::key)).contains(explanation.key());
	}

	@Test
	void noTwoCausesClaimTheSameCode() {
		Assertions.assertThat(Arrays.stream(Cause.values()).flatMap((cause) -> cause.codes().stream()))
			.doesNotHaveDuplicates();
	}

	private static Failure failure(Kind kind, int status, String code) {
		return new Failure(kind, status, code, List.of(), null, "", "reference", null);
	}

	private static Properties words(String language) throws IOException {
		Properties words = new Properties();
		String file = "/messages/explain" + language + ".properties";
		try (InputStream stream = Objects.requireNonNull(ExplanationsTests.class.getResourceAsStream(file))) {
			words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
		}
		return words;
	}

}
