package com.highstage.portal.microsoft.discovery;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.microsoft.Domains;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.http.CallLimits;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.FailedCall;
import com.highstage.portal.microsoft.http.Service;
import com.highstage.portal.microsoft.http.Unanswered;
import com.highstage.portal.tenant.TenantId;

/**
 * Reads an organisation's id from the issuer in the discovery document of its domain.
 */
@Component
class DiscoveredDomains implements Domains {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern ISSUER = Pattern.compile("https://[^/]+/([0-9a-fA-F-]{36})/v2\\.0/?");

	/** AADSTS90002: no such tenant; AADSTS900023: not even the name of one. */
	private static final Pattern NO_SUCH = Pattern.compile("AADSTS(?:90002|900023)\\b");

	private final ObjectProvider<OkHttpClient> http;

	private final HttpUrl login;

	private final CallLimits limits;

	DiscoveredDomains(ObjectProvider<OkHttpClient> microsoftHttpClient, MicrosoftProperties microsoft,
			CallLimits limits) {
		this.http = microsoftHttpClient;
		this.login = HttpUrl.get(microsoft.loginAddress());
		this.limits = limits;
	}

	@Override
	public Owner owner(String domain) {
		Exchange exchange = new Exchange("discover domain", Effect.NONE);
		HttpUrl address = this.login.newBuilder()
			.addPathSegment(domain)
			.addPathSegments("v2.0/.well-known/openid-configuration")
			.build();
		Request request = new Request.Builder().url(address)
			.tag(Exchange.class, exchange)
			.header("Accept", "application/json")
			.header("client-request-id", exchange.clientRequestId())
			.build();
		try {
			return this.limits.within(DiscoveredDomains.class, Service.ENTRA, exchange, () -> ask(exchange, request));
		}
		catch (MicrosoftException ex) {
			return new Owner.Unknown();
		}
	}

	private Owner ask(Exchange exchange, Request request) {
		try (Response response = this.http.getObject().newCall(request).execute()) {
			JsonNode answer = JSON.readTree(response.body().string());
			if (response.isSuccessful()) {
				return issuer(answer).<Owner>map(Owner.Organisation::new).orElseGet(Owner.Nobody::new);
			}
			if (response.code() == 400 && NO_SUCH.matcher(answer.path("error_description").asString("")).find()) {
				return new Owner.Nobody();
			}
			throw unreadable(exchange, "no discovery document");
		}
		catch (JacksonException ex) {
			throw unreadable(exchange, "not JSON");
		}
		catch (IOException ex) {
			throw FailedCall.of(exchange, Unanswered.because(exchange, ex), (failure) -> false);
		}
	}

	// The domains of personal accounts are answered too, with an id that is no
	// organisation's.
	private static Optional<TenantId> issuer(JsonNode document) {
		Matcher issuer = ISSUER.matcher(document.path("issuer").asString(""));
		try {
			return issuer.matches() ? Optional.of(TenantId.parse(issuer.group(1))) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static MicrosoftException unreadable(Exchange exchange, String what) {
		return FailedCall.of(exchange, Unanswered.unreadable(exchange, what), (failure) -> false);
	}

}
