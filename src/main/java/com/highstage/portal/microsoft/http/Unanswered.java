package com.highstage.portal.microsoft.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

import com.highstage.portal.microsoft.Failure;

/**
 * What it means that a call got no answer, or none that could be understood.
 */
public final class Unanswered {

	private Unanswered() {
	}

	/**
	 * The call ended before its answer was complete.
	 * @param exchange the call
	 * @param problem how it ended
	 * @return the failure
	 */
	public static Failure because(Exchange exchange, IOException problem) {
		if (!exchange.isSent()) {
			return failure(exchange, Failure.Kind.RETRY_LATER, "NotReachable", problem.getClass().getSimpleName());
		}
		if (problem instanceof AnswerLimit.AnswerTooLargeException) {
			return unreadable(exchange, "too large");
		}
		String code = (problem instanceof InterruptedIOException) ? "Timeout" : "ConnectionLost";
		return failure(exchange, exchange.effect().withoutAnswer(), code, problem.getClass().getSimpleName());
	}

	/**
	 * The call was not made because the person's token is gone.
	 * @param exchange the call
	 * @return the failure
	 */
	public static Failure withoutToken(Exchange exchange) {
		return failure(exchange, Failure.Kind.SIGN_IN_AGAIN, "NoToken", "");
	}

	/**
	 * The answer is not what Microsoft would say: a proxy's page, empty, or garbage.
	 * @param exchange the call
	 * @param what what is wrong with it
	 * @return the failure
	 */
	public static Failure unreadable(Exchange exchange, String what) {
		Failure.Kind kind = (exchange.status() >= 500) ? exchange.effect().withServerError()
				: exchange.effect().withoutAnswer();
		return failure(exchange, kind, "UnreadableAnswer", what);
	}

	private static Failure failure(Exchange exchange, Failure.Kind kind, String code, String message) {
		return new Failure(kind, exchange.status(), code, List.of(), null, message, exchange.reference(), null);
	}

}
