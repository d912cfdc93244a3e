package com.highstage.portal.site;

import java.time.Duration;
import java.util.Locale;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of a page: the chosen one, else the browser's.
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
