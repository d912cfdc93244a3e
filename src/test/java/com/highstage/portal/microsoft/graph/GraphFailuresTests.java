package com.highstage.portal.microsoft.graph;

import java.time.Clock;
import java.time.Duration;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.Exchanges;
import com.highstage.portal.microsoft.http.RetryAfter;

class GraphFailuresTests {

	private static final String ERROR = """
			{"error":{"code":"%s","message":"%s","innerError":{"request-id":"5e1f"}}}""";

	private final GraphFailures failures = new GraphFailures(new RetryAfter(Clock.systemUTC(), Duration.ofMinutes(15)));

	@ParameterizedTest
	@CsvSource({ "429, RETRY_LATER, RETRY_LATER, RETRY_LATER", "500, RETRY_LATER, RETRY_LATER, UNKNOWN",
			"502, RETRY_LATER, RETRY_LATER, UNKNOWN", "503, RETRY_LATER, RETRY_LATER, UNKNOWN",
			"504, RETRY_LATER, RETRY_LATER, UNKNOWN", "408, RETRY_LATER, RETRY_LATER, UNKNOWN",
			"401, SIGN_IN_AGAIN, SIGN_IN_AGAIN, SIGN_IN_AGAIN", "402, TELL_ADMIN, TELL_ADMIN, TELL_ADMIN",
			"403, TELL_ADMIN, TELL_ADMIN, TELL_ADMIN", "404, NOT_FOUND, NOT_FOUND, NOT_FOUND",
			"409, RETRY_LATER, RETRY_LATER, RETRY_LATER", "400, BUG, BUG, BUG", "405, BUG, BUG, BUG" })
	void statusAndEffectDecide(int status, Failure.Kind reading, Failure.Kind repeatable, Failure.Kind once) {
		String body = ERROR.formatted("SomeCode", "words");
		Assertions.assertThat(failure(Effect.NONE, status, body).kind()).isEqualTo(reading);
		Assertions.assertThat(failure(Effect.REPEATABLE, status, body).kind()).isEqualTo(repeatable);
		Assertions.assertThat(failure(Effect.ONCE, status, body).kind()).isEqualTo(once);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>Service unavailable</html>", "", "{", "[]", "{\"error\":\"odd\"}", "null",
			"{\"error\":{\"code\":\"<script>\"}}" })
	void whatIsNotGraphsOwnErrorIsNeverTakenForNotFoundOrForbidden(String body) {
		for (int status : new int[] { 302, 400, 403, 404 }) {
			Assertions.assertThat(failure(Effect.NONE, status, body).kind()).isEqualTo(Failure.Kind.RETRY_LATER);
			Assertions.assertThat(failure(Effect.REPEATABLE, status, body).kind()).isEqualTo(Failure.Kind.UNKNOWN);
			Assertions.assertThat(failure(Effect.ONCE, status, body).kind()).isEqualTo(Failure.Kind.UNKNOWN);
		}
		Assertions.assertThat(failure(Effect.REPEATABLE, 503, body).kind()).isEqualTo(Failure.Kind.RETRY_LATER);
		Assertions.assertThat(failure(Effect.ONCE, 429, body).kind()).isEqualTo(Failure.Kind.RETRY_LATER);
	}

	@Test
	void aServicePrincipalThatCameTooEarlyIsTriedLater() {
		Failure byDetail = failure(Effect.REPEATABLE, 400,
				"""
						{"error":{"code":"Request_BadRequest","message":"m","details":[{"code":"NoBackingApplicationObject"}]}}""");
		Failure byWords = failure(Effect.REPEATABLE, 403,
				ERROR.formatted("Authorization_RequestDenied",
						"The backing application of the service principal being created must in the local tenant"
							.replace("The b", "When using this permission, the b")));
		for (Failure failure : new Failure[] { byDetail, byWords }) {
			Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.RETRY_LATER);
			Assertions.assertThat(failure.has("NoBackingApplicationObject")).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CredentialTypeNotAllowedAsPerAppPolicy", "CredentialInvalidLifetimeAsPerAppPolicy",
			"UriNotAllowedAsPerAppPolicy", "Directory_QuotaExceeded" })
	void aPolicyIsAnAdministratorsDecision(String code) {
		Assertions.assertThat(failure(Effect.ONCE, 400, ERROR.formatted(code, "")).kind())
			.isEqualTo(Failure.Kind.TELL_ADMIN);
		Failure detailed = failure(Effect.ONCE, 400, """
				{"error":{"code":"Request_BadRequest","details":[{"code":"%s","target":"EndDate"}]}}"""
			.formatted(code));
		if (code.endsWith("Policy")) {
			Assertions.assertThat(detailed.kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
			Assertions.assertThat(detailed.target()).isEqualTo("EndDate");
		}
	}

	@Test
	void aClaimsChallengeIsToldApart() {
		Exchange exchange = Exchanges.answered(Effect.NONE, 401);
		Failure failure = this.failures.of(exchange,
				"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJ9\"",
				ERROR.formatted("InvalidAuthenticationToken", "Continuous access evaluation"));
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN_AGAIN);
		Assertions.assertThat(failure.has("ClaimsChallenge")).isTrue();
	}

	@Test
	void aStrangersWordsAreCleanedAndBounded() {
		Failure failure = failure(Effect.NONE, 400,
				ERROR.formatted("SomeCode", "a\\r\\nb\\u202ec".concat("x".repeat(5000))));
		Assertions.assertThat(failure.message()).startsWith("a b c").hasSize(256);
	}

	@Test
	void theRequestIdIsKept() {
		Assertions.assertThat(failure(Effect.NONE, 400, ERROR.formatted("SomeCode", "")).reference()).isEqualTo("5e1f");
	}

	private Failure failure(Effect effect, int status, String body) {
		return this.failures.of(Exchanges.answered(effect, status), "", body);
	}

}
