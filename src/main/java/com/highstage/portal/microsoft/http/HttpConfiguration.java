package com.highstage.portal.microsoft.http;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The one HTTP client for Microsoft. It repeats nothing and follows nothing: whether a
 * call may be made again is decided above.
 */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

	@Bean(destroyMethod = "")
	@Lazy
	OkHttpClient microsoftHttpClient(CallProperties properties) {
		return new OkHttpClient.Builder().retryOnConnectionFailure(false)
			.followRedirects(false)
			.followSslRedirects(false)
			.connectTimeout(properties.connectTimeout())
			.readTimeout(properties.timeout())
			.writeTimeout(properties.timeout())
			.callTimeout(properties.timeout())
			.connectionPool(new ConnectionPool(20, 30, TimeUnit.SECONDS))
			.addInterceptor(new AnswerLimit(properties.largestAnswer().toBytes()))
			.addNetworkInterceptor(new ExchangeObserver())
			.build();
	}

	@Bean
	RetryAfter retryAfter(Clock clock, CallProperties properties) {
		return new RetryAfter(clock, properties.longestRetryAfter());
	}

	@Bean
	CallMeter callMeter(ObjectProvider<MeterRegistry> registry) {
		return new CallMeter(registry.getIfAvailable(CompositeMeterRegistry::new));
	}

	@Bean
	CallLimits callLimits(CallProperties properties, CallMeter meter) {
		return new CallLimits(properties.atOnce(), properties.longestQueue(), meter);
	}

}
