package com.highstage.portal.microsoft.graph;

import com.microsoft.graph.core.CoreConstants;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import com.microsoft.kiota.http.middleware.UrlReplaceHandler;
import com.microsoft.kiota.http.middleware.options.UrlReplaceHandlerOption;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.microsoft.http.RetryAfter;

/**
 * Microsoft's library on our own HTTP client: without its handlers that repeat, redirect
 * and compress, and without its authentication, which refuses addresses without TLS. The
 * one handler that is kept makes {@code /me} of what the library writes for it.
 */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

	@Bean
	@Lazy
	GraphServiceClient graphServiceClient(OkHttpClient microsoftHttpClient, MicrosoftProperties microsoft,
			RetryAfter retryAfter) {
		String address = microsoft.graphAddress() + "/v1.0";
		OkHttpClient http = microsoftHttpClient.newBuilder()
			.addInterceptor(new UrlReplaceHandler(
					new UrlReplaceHandlerOption(CoreConstants.ReplacementConstants.getDefaultReplacementPairs())))
			.addInterceptor(new GraphConversation(new GraphFailures(retryAfter), address))
			.build();
		OkHttpRequestAdapter adapter = new OkHttpRequestAdapter(new AnonymousAuthenticationProvider(), null, null,
				http);
		adapter.setBaseUrl(address);
		return new GraphServiceClient(adapter);
	}

}
