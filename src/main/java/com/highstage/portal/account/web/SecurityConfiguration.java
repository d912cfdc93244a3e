package com.highstage.portal.account.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.entra.AuthorizationRequests;
import com.highstage.portal.account.entra.AuthorizationRequestsInSession;
import com.highstage.portal.account.entra.EntraSignIn;

/**
 * Who may open which address. What is not named here does not exist.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] EVERYBODY = { "/", "/sign-in/**", "/sign-in", "/signed-out", "/link", "/link/**",
			"/consent/**", "/language", "/error", "/favicon.ico" };

	private static final String[] FILES = { "/webjars/**", "/css/**", "/js/**", "/images/**", "/fonts/**" };

	@Bean
	SecurityFilterChain portal(HttpSecurity http, SignInContexts contexts, EntraSignIn entra, SignInOutcomes outcomes,
			ClientRegistrationRepository registrations, MicrosoftProperties microsoft) {
		http.securityContext((context) -> context.securityContextRepository(contexts))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.authenticationManager(new ProviderManager(entra))
			.oauth2Login((login) -> login.clientRegistrationRepository(registrations)
				.authorizedClientRepository(new NoAuthorizedClients())
				.loginPage(AuthorizationRequests.SIGN_IN)
				.authorizationEndpoint((endpoint) -> endpoint
					.authorizationRequestResolver(new AuthorizationRequests(registrations, microsoft))
					.authorizationRequestRepository(new AuthorizationRequestsInSession()))
				.successHandler(outcomes)
				.failureHandler(outcomes))
			.logout((logout) -> logout.disable())
			.csrf(SecurityConfiguration::csrf)
			.exceptionHandling(SecurityConfiguration::refusals)
			.authorizeHttpRequests(SecurityConfiguration::routes);
		return http.build();
	}

	private static void routes(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
		routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
		routes.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll();
		routes.requestMatchers("/sign-in/extend", "/sign-in/roles", "/sign-out").authenticated();
		routes.requestMatchers(EVERYBODY).permitAll();
		routes.requestMatchers(FILES).permitAll();
		routes.requestMatchers("/onboarding", "/onboarding/**").authenticated();
		routes.anyRequest().denyAll();
	}

	/**
	 * The token is in a cookie, so that nobody needs a session to be protected. It stays
	 * the same when somebody signs in: a form that is open in another tab still works,
	 * and the prefix {@code __Host-} keeps others from planting a token.
	 * @param csrf what is configured
	 */
	private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
		CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();
		cookies.setCookieName("__Host-csrf");
		cookies.setCookiePath("/");
		cookies.setCookieCustomizer((cookie) -> cookie.secure(true).sameSite("Lax"));
		csrf.csrfTokenRepository(cookies).sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
	}

	private static void refusals(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
		Doorkeeper doorkeeper = new Doorkeeper();
		refusals.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper);
	}

}
