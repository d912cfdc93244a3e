package com.highstage.portal.microsoft.token;

import java.io.IOException;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import com.highstage.portal.microsoft.http.Exchange;

/**
 * Sends msal4j's requests through our HTTP client, and to the configured sign-in address:
 * msal4j itself accepts authorities with TLS only.
 */
final class MsalHttp implements IHttpClient {

	private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

	private final OkHttpClient http;

	private final Exchange exchange;

	private final String usual;

	private final String actual;

	MsalHttp(OkHttpClient http, Exchange exchange, String usual, String actual) {
		this.http = http;
		this.exchange = exchange;
		this.usual = usual;
		this.actual = actual;
	}

	@Override
	public IHttpResponse send(HttpRequest request) throws IOException {
		String address = request.url().toString();
		if (!address.startsWith(this.usual + "/") || request.body() == null) {
			throw new IllegalStateException("not a request for a token");
		}
		Request.Builder forwarded = new Request.Builder().url(this.actual + address.substring(this.usual.length()))
			.tag(Exchange.class, this.exchange);
		request.headers().forEach(forwarded::header);
		forwarded.post(RequestBody.create(request.body(), FORM));
		try (Response response = this.http.newCall(forwarded.build()).execute()) {
			HttpResponse answer = new HttpResponse().statusCode(response.code()).body(response.body().string());
			answer.addHeaders(response.headers().toMultimap());
			return answer;
		}
	}

}
