package com.highstage.portal.site;

import java.time.Duration;

import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every page tells the browser it must not do.
 */
public final class SecurityHeaders {

	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self' %s; frame-ancestors 'none'; base-uri 'none'";

	private static final String NOTHING = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
			+ "microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=()";

	private static final Duration REMEMBERED = Duration.ofDays(730);

	private SecurityHeaders() {
	}

	/**
	 * Sets them.
	 * @param headers what is configured
	 * @param loginOrigin scheme, host and port of Microsoft's sign-in pages: browsers
	 * follow a form's redirect only to places the page named before
	 */
	public static void configure(HeadersConfigurer<?> headers, String loginOrigin) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT.formatted(loginOrigin)))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
			.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy(NOTHING))
			.frameOptions((options) -> options.deny())
			.httpStrictTransportSecurity((hsts) -> hsts.maxAgeInSeconds(REMEMBERED.toSeconds()));
	}

}
