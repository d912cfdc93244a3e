package com.highstage.portal.microsoft.http;

import java.io.IOException;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.PlainName;

/**
 * Notes what happens on the wire. Takes {@code Retry-After} out of the answer, because
 * OkHttp sends a call again by itself after a 503 with {@code Retry-After: 0}, whatever
 * {@code retryOnConnectionFailure} says.
 */
final class ExchangeObserver implements Interceptor {

	@Override
	public Response intercept(Chain chain) throws IOException {
		Request request = chain.request();
		Exchange exchange = request.tag(Exchange.class);
		if (exchange == null) {
			throw new IllegalStateException("a call to Microsoft that nobody watches");
		}
		exchange.sending();
		Response response = chain.proceed(request);
		exchange.answered(response.code(), reference(response), response.header("Retry-After"));
		return response.newBuilder().removeHeader("Retry-After").build();
	}

	private static @Nullable String reference(Response response) {
		String id = response.header("request-id", response.header("x-ms-request-id"));
		return (id != null && id.length() <= 100) ? new PlainName(id).value() : null;
	}

}
