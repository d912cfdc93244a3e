package com.highstage.portal.site;

import java.time.Duration;
import java.util.Locale;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.RelativeRedirectFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of a page, the chosen one, else the browser's; and redirects as they are
 * written.
 */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

	private static final Duration REMEMBERED = Duration.ofDays(365);

	@Bean
	LocaleResolver localeResolver() {
		CookieLocaleResolver resolver = new PortalLocaleResolver();
		resolver.setCookieSecure(true);
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		resolver.setCookieMaxAge(REMEMBERED);
		resolver.setRejectInvalidCookies(false);
		resolver.setDefaultLocaleFunction((request) -> Language.bestOf(request.getLocales()).locale());
		return resolver;
	}

	// Redirects stay without host and port. The server's own setting does so for HTTP/1.1
	// only, and many proxies speak HTTP/1.0: the address would then be the one by which
	// the proxy knows the portal, or one without its port.
	@Bean
	FilterRegistrationBean<RelativeRedirectFilter> relativeRedirects() {
		RelativeRedirectFilter filter = new RelativeRedirectFilter();
		filter.setRedirectStatus(HttpStatus.FOUND);
		FilterRegistrationBean<RelativeRedirectFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static final class PortalLocaleResolver extends CookieLocaleResolver {

		private PortalLocaleResolver() {
			super("__Host-language");
		}

		@Override
		protected Locale parseLocaleValue(String localeValue) {
			return Language.of(localeValue.substring(0, Math.min(2, localeValue.length())))
				.orElse(Language.ENGLISH)
				.locale();
		}

	}

}
