package com.highstage.portal.microsoft.graph;

import java.io.IOException;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.Unanswered;

/**
 * Puts the person's token and our request id on each call, and turns each answer that is
 * not a success into a {@link Failure} before the library can act on it.
 */
final class GraphConversation implements Interceptor {

	private static final int LARGEST_ERROR = 64 * 1024;

	private final GraphFailures failures;

	private final String address;

	GraphConversation(GraphFailures failures, String address) {
		this.failures = failures;
		this.address = address + "/";
	}

	@Override
	public Response intercept(Chain chain) throws IOException {
		Request request = chain.request();
		GraphCall call = request.tag(GraphCall.class);
		if (call == null) {
			throw new IllegalStateException("a call without authority");
		}
		if (!request.url().toString().startsWith(this.address)) {
			throw new GraphRefusedException(Unanswered.unreadable(call.exchange(), "leads away from Graph"));
		}
		Response response = chain.proceed(request.newBuilder()
			.tag(Exchange.class, call.exchange())
			.header("client-request-id", call.exchange().clientRequestId())
			.header("Authorization", call.token().expose("Bearer "::concat))
			.build());
		if (response.isSuccessful()) {
			return understandable(call.exchange(), response);
		}
		try (response) {
			throw new GraphRefusedException(this.failures.of(call.exchange(), response.header("WWW-Authenticate", ""),
					response.peekBody(LARGEST_ERROR).string()));
		}
	}

	private static Response understandable(Exchange exchange, Response response) throws IOException {
		// Success without a body is 204, all else JSON: a page with 200 is a proxy's.
		boolean json = response.header("Content-Type", "").startsWith("application/json");
		if (response.code() == 204 || json) {
			return response;
		}
		response.close();
		throw new GraphRefusedException(Unanswered.unreadable(exchange, "not JSON"));
	}

	/**
	 * Carries a failure through the library, which passes on nothing but I/O problems.
	 */
	static final class GraphRefusedException extends IOException {

		private static final long serialVersionUID = 1L;

		private final transient Failure failure;

		GraphRefusedException(Failure failure) {
			super("refused");
			this.failure = failure;
		}

		Failure failure() {
			return this.failure;
		}

	}

}
