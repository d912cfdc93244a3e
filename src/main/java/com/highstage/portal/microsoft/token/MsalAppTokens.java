package com.highstage.portal.microsoft.token;

import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.annotation.PreDestroy;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.AppTokens;
import com.highstage.portal.microsoft.http.CallLimits;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.FailedCall;
import com.highstage.portal.microsoft.http.Service;
import com.highstage.portal.microsoft.http.Unanswered;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;

/**
 * App-only tokens by msal4j, with a new client each time so that nothing is cached.
 */
@Component
class MsalAppTokens implements AppTokens {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final ObjectProvider<OkHttpClient> http;

	private final MicrosoftProperties microsoft;

	private final CallLimits limits;

	private final EntraFailures failures;

	MsalAppTokens(ObjectProvider<OkHttpClient> microsoftHttpClient, MicrosoftProperties microsoft, CallLimits limits,
			EntraFailures failures) {
		this.http = microsoftHttpClient;
		this.microsoft = microsoft;
		this.limits = limits;
		this.failures = failures;
	}

	@PreDestroy
	void close() {
		this.executor.close();
	}

	@Override
	public AppToken request(TenantId tenant, ClientId client, Credential credential) {
		Exchange exchange = new Exchange("request app-only token", Effect.NONE);
		IClientCredential proof = MsalCredentials.of(credential);
		String token = this.limits.within(tenant, Service.ENTRA, exchange,
				() -> fetch(exchange, tenant, client, proof));
		try {
			return read(token);
		}
		catch (ParseException | RuntimeException ex) {
			throw FailedCall.of(exchange, Unanswered.unreadable(exchange, "not a token that can be read"),
					(any) -> false);
		}
	}

	private String fetch(Exchange exchange, TenantId tenant, ClientId client, IClientCredential proof) {
		String scope = this.microsoft.cloud().outlook() + "/.default";
		try {
			return client(exchange, tenant, client, proof)
				.acquireToken(ClientCredentialParameters.builder(Set.of(scope)).skipCache(true).build())
				.join()
				.accessToken();
		}
		catch (CompletionException ex) {
			throw FailedCall.of(exchange, this.failures.of(exchange, ex), (any) -> false);
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("the clouds' addresses are well formed", ex);
		}
	}

	private ConfidentialClientApplication client(Exchange exchange, TenantId tenant, ClientId client,
			IClientCredential proof) throws MalformedURLException {
		String login = this.microsoft.cloud().login().toString();
		return ConfidentialClientApplication.builder(client.toString(), proof)
			.authority(login + "/" + tenant + "/")
			.instanceDiscovery(false)
			.httpClient(new MsalHttp(this.http.getObject(), exchange, login, this.microsoft.loginAddress()))
			.disableInternalRetries()
			.correlationId(exchange.clientRequestId())
			.executorService(this.executor)
			.build();
	}

	private static AppToken read(String token) throws ParseException {
		JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
		List<String> roles = claims.getStringListClaim("roles");
		return new AppToken(Secret.of(token), (roles != null) ? Set.copyOf(roles) : Set.of(),
				ObjectId.parse(claims.getStringClaim("oid")), claims.getAudience().getFirst(),
				TenantId.parse(claims.getStringClaim("tid")), claims.getExpirationTime().toInstant());
	}

}
