package com.highstage.portal.microsoft.exchange;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.Failure.Kind;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.RetryAfter;
import com.highstage.portal.microsoft.http.Unanswered;
import com.highstage.portal.tenant.PlainName;

/**
 * What to do about an answer of Exchange that is not a success.
 */
@Component
class ExchangeFailures {

	private static final Pattern BUSY_EXCEPTION = Pattern.compile(".*(Busy|Transient|Throttl|OverBudget).*");

	private static final Pattern BUSY = Pattern.compile(
			"too busy|server (is )?busy|throttl|(try|retry)( again)? later|temporarily unavailable|transient error",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NOT_FOUND = Pattern.compile(
			"could(n['’]t| not) be found|was(n['’]t| not) found|could(n['’]t| not) find", Pattern.CASE_INSENSITIVE);

	private static final Pattern ROLE = Pattern
		.compile("is not recognized as the name of a cmdlet|write scope|insufficient access rights|access is denied"
				+ "|access denied|don['’]t have (sufficient )?permission", Pattern.CASE_INSENSITIVE);

	private final RetryAfter retryAfter;

	ExchangeFailures(RetryAfter retryAfter) {
		this.retryAfter = retryAfter;
	}

	/**
	 * Reads an answer.
	 * @param exchange the call; its status is not 2xx
	 * @param challenge the {@code WWW-Authenticate} header, or empty
	 * @param diagnostics the {@code x-ms-diagnostics} header, or empty
	 * @param body the body
	 * @return the failure
	 */
	Failure of(Exchange exchange, String challenge, String diagnostics, String body) {
		int status = exchange.status();
		Optional<ExchangeError> error = ExchangeError.parse(body);
		String words = error.map(ExchangeError::message).filter((text) -> !text.isEmpty()).orElse(diagnostics);
		String name = error.map((found) -> found.name(status)).orElse("Http" + status);
		if (status == 401) {
			return failure(exchange, Kind.SIGN_IN_AGAIN, name, challenge.contains("claims=") ? "ClaimsChallenge" : "",
					words);
		}
		if (error.isEmpty() && !(status == 403 && body.isBlank()) && !isBusy(status)) {
			return Unanswered.unreadable(exchange, "not an error of Exchange");
		}
		if (status == 403) {
			String cause = diagnostics.isBlank() ? "RoleNotActive" : "ExchangeRoleTooSmall";
			return failure(exchange, Kind.TELL_ADMIN, name, cause, words);
		}
		return isBusy(status) ? failure(exchange, Kind.RETRY_LATER, name, "", words)
				: ofCommand(exchange, error.orElseThrow(), name);
	}

	private Failure ofCommand(Exchange exchange, ExchangeError error, String name) {
		String words = error.message();
		if (isNotFound(exchange.status(), error)) {
			return failure(exchange, Kind.NOT_FOUND, name, "", words);
		}
		if (exchange.status() == 404 && error.exception().isEmpty()) {
			boolean organisation = words.contains("organization");
			return failure(exchange, Kind.TELL_ADMIN, name, organisation ? "NoExchangeOnline" : "", words);
		}
		if (ROLE.matcher(words).find()) {
			return failure(exchange, Kind.TELL_ADMIN, name, "ExchangeRoleTooSmall", words);
		}
		if (error.exception().endsWith("AlreadyExistsException")) {
			return failure(exchange, Kind.RETRY_LATER, name, "AlreadyExists", words);
		}
		if (BUSY_EXCEPTION.matcher(error.exception()).matches() || BUSY.matcher(words).find()) {
			return failure(exchange, Kind.RETRY_LATER, name, "", words);
		}
		if (exchange.status() >= 500 || exchange.status() == 408) {
			return failure(exchange, exchange.effect().withServerError(), name, "", words);
		}
		boolean malformed = error.exception().isEmpty() || error.exception().equals("ParameterBindingException");
		return failure(exchange, malformed ? Kind.BUG : Kind.TELL_ADMIN, name, "", words);
	}

	private static boolean isNotFound(int status, ExchangeError error) {
		boolean commandMissing = error.exception().equals("CommandNotFoundException");
		boolean saysSo = error.exception().endsWith("NotFoundException")
				|| status == 400 && NOT_FOUND.matcher(error.message()).find();
		return saysSo && !commandMissing;
	}

	private static boolean isBusy(int status) {
		return status == 429 || status == 503 || status == 504;
	}

	private Failure failure(Exchange exchange, Kind kind, String name, String detail, String words) {
		return new Failure(kind, exchange.status(), name, detail.isEmpty() ? List.of() : List.of(detail), null,
				new PlainName(words).value(), exchange.reference(), this.retryAfter.parse(exchange.retryAfter()));
	}

}
