package com.highstage.portal.microsoft.token;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.aad.msal4j.MsalServiceException;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.Failure.Kind;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.RetryAfter;
import com.highstage.portal.microsoft.http.Unanswered;
import com.highstage.portal.tenant.PlainName;

/**
 * What to do about a refused token. The first {@code AADSTS} number decides; OAuth's own
 * error names are too coarse.
 */
@Component
class EntraFailures {

	private static final Pattern NUMBER = Pattern.compile("AADSTS\\d{3,9}");

	private static final Set<String> BUSY = Set.of("AADSTS50033", "AADSTS50196", "AADSTS90024", "AADSTS90033",
			"AADSTS90090");

	private static final Set<String> DEFECTS = Set.of("AADSTS70011", "AADSTS900144", "AADSTS1002012");

	private final RetryAfter retryAfter;

	EntraFailures(RetryAfter retryAfter) {
		this.retryAfter = retryAfter;
	}

	Failure of(Exchange exchange, Throwable problem) {
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException lost) {
				return Unanswered.because(exchange, lost);
			}
			if (cause instanceof MsalServiceException refused) {
				return of(exchange, String.valueOf(refused.getMessage()));
			}
		}
		return Unanswered.unreadable(exchange, problem.getClass().getSimpleName());
	}

	private Failure of(Exchange exchange, String message) {
		Matcher number = NUMBER.matcher(message);
		if (number.find()) {
			return failure(exchange, kind(exchange.status(), number.group()), number.group(), message);
		}
		if (exchange.status() == 429) {
			return failure(exchange, Kind.RETRY_LATER, "Http429", "");
		}
		return Unanswered.unreadable(exchange, "not an error of Entra");
	}

	private Failure failure(Exchange exchange, Kind kind, String code, String message) {
		return new Failure(kind, exchange.status(), code, List.of(), null, new PlainName(message).value(),
				exchange.reference(), this.retryAfter.parse(exchange.retryAfter()));
	}

	private static Kind kind(int status, String code) {
		if (status == 429 || status >= 500 || BUSY.contains(code)) {
			return Kind.RETRY_LATER;
		}
		return DEFECTS.contains(code) ? Kind.BUG : Kind.TELL_ADMIN;
	}

}
