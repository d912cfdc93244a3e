package com.highstage.portal.microsoft.graph;

import java.util.List;
import java.util.Optional;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.Failure.Kind;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.RetryAfter;
import com.highstage.portal.microsoft.http.Unanswered;

/**
 * What to do about an answer of Graph that is not a success.
 */
final class GraphFailures {

	static final String NO_BACKING_APPLICATION = "NoBackingApplicationObject";

	private static final String CLAIMS_CHALLENGE = "ClaimsChallenge";

	private final RetryAfter retryAfter;

	GraphFailures(RetryAfter retryAfter) {
		this.retryAfter = retryAfter;
	}

	/**
	 * Reads an answer.
	 * @param exchange the call; its status is not 2xx
	 * @param challenge the {@code WWW-Authenticate} header, or empty
	 * @param body the body
	 * @return the failure
	 */
	Failure of(Exchange exchange, String challenge, String body) {
		Optional<GraphError> error = GraphError.parse(body);
		if (error.isEmpty() && !isClearByStatus(exchange.status())) {
			return Unanswered.unreadable(exchange, "not an error of Graph");
		}
		return failure(exchange, challenge, error.orElseGet(() -> nameless(exchange.status())));
	}

	private Failure failure(Exchange exchange, String challenge, GraphError error) {
		List<String> details = error.details();
		Kind kind = kind(exchange.effect(), exchange.status(), error);
		if (exchange.status() == 401 && challenge.contains("claims=")) {
			details = List.of(CLAIMS_CHALLENGE);
		}
		else if (saysNoBackingApplication(error)) {
			details = List.of(NO_BACKING_APPLICATION);
			kind = Kind.RETRY_LATER;
		}
		String reference = (error.requestId() != null) ? error.requestId() : exchange.reference();
		return new Failure(kind, exchange.status(), error.code(), details, error.target(), error.message(), reference,
				this.retryAfter.parse(exchange.retryAfter()));
	}

	private static Kind kind(Effect effect, int status, GraphError error) {
		return switch (status) {
			case 401 -> Kind.SIGN_IN_AGAIN;
			case 402, 403 -> Kind.TELL_ADMIN;
			case 404, 410 -> Kind.NOT_FOUND;
			case 409, 412, 423, 429 -> Kind.RETRY_LATER;
			case 408 -> effect.withServerError();
			default -> {
				if (status >= 500) {
					yield effect.withServerError();
				}
				yield isOrganisationsDecision(error) ? Kind.TELL_ADMIN : Kind.BUG;
			}
		};
	}

	private static boolean isOrganisationsDecision(GraphError error) {
		return error.code().endsWith("AsPerAppPolicy") || error.code().equals("Directory_QuotaExceeded")
				|| error.details().stream().anyMatch((code) -> code.endsWith("AsPerAppPolicy"));
	}

	private static boolean saysNoBackingApplication(GraphError error) {
		return error.details().contains(NO_BACKING_APPLICATION) || error.code().equals(NO_BACKING_APPLICATION)
				|| error.message().contains("backing application of the service principal");
	}

	private static boolean isClearByStatus(int status) {
		return status == 401 || status == 429;
	}

	private static GraphError nameless(int status) {
		return new GraphError("Http" + status, "", List.of(), null, null);
	}

}
