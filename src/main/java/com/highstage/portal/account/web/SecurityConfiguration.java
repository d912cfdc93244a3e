package com.highstage.portal.account.web;

import java.net.URI;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.entra.AuthorizationRequests;
import com.highstage.portal.account.entra.AuthorizationRequestsInSession;
import com.highstage.portal.account.entra.EntraSignIn;
import com.highstage.portal.account.signin.Staff;
import com.highstage.portal.site.SecurityHeaders;

/**
 * Who may open which address. What is not named here does not exist.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] EVERYBODY = { "/", "/sign-in/**", "/sign-in", "/sign-out", "/signed-out", "/link",
			"/link/**", "/consent/**", "/language" };

	private static final String[] FILES = { "/webjars/**", "/css/**", "/js/**", "/images/**", "/fonts/**" };

	private static final String[] DESK = { Desk.PATH, Desk.PATH + "/**" };

	private final SignInContexts contexts;

	private final SignInOutcomes outcomes;

	private final Doorkeeper doorkeeper;

	private final MicrosoftProperties microsoft;

	private final RequestLimits limits;

	private final Uploads uploads;

	SecurityConfiguration(SignInContexts contexts, SignInOutcomes outcomes, Doorkeeper doorkeeper,
			MicrosoftProperties microsoft, RequestLimits limits, Uploads uploads) {
		this.limits = limits;
		this.uploads = uploads;
		this.contexts = contexts;
		this.outcomes = outcomes;
		this.doorkeeper = doorkeeper;
		this.microsoft = microsoft;
	}

	@Bean
	SecurityFilterChain portal(HttpSecurity http, EntraSignIn entra, ClientRegistrationRepository registrations) {
		http.securityContext((context) -> context.securityContextRepository(this.contexts))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.authenticationManager(new ProviderManager(entra))
			.oauth2Login((login) -> login.clientRegistrationRepository(registrations)
				.authorizedClientRepository(new NoAuthorizedClients())
				.securityContextRepository(this.contexts)
				.loginPage(AuthorizationRequests.SIGN_IN)
				.authorizationEndpoint((endpoint) -> endpoint
					.authorizationRequestResolver(new AuthorizationRequests(registrations, this.microsoft))
					.authorizationRequestRepository(new AuthorizationRequestsInSession()))
				.successHandler(this.outcomes)
				.failureHandler(this.outcomes))
			.logout((logout) -> logout.disable())
			.csrf(SecurityConfiguration::csrf)
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(this.doorkeeper)
				.accessDeniedHandler(this.doorkeeper))
			.headers((headers) -> SecurityHeaders.configure(headers, loginOrigin()))
			.authorizeHttpRequests(SecurityConfiguration::routes)
			.addFilterAfter(this.limits, HeaderWriterFilter.class)
			.addFilterAfter(this.uploads, RequestLimits.class);
		return http.build();
	}

	// static, as filters are made before all else, and need none of what is above
	@Bean
	static FilterRegistrationBean<RequestLimits> limitsAreInTheChain(RequestLimits limits) {
		return inTheChain(limits);
	}

	@Bean
	static FilterRegistrationBean<Uploads> uploadsAreInTheChain(Uploads uploads) {
		return inTheChain(uploads);
	}

	// only there, after the headers: a refusal's page needs them too
	private static <T extends Filter> FilterRegistrationBean<T> inTheChain(T filter) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setEnabled(false);
		return registration;
	}

	private String loginOrigin() {
		URI login = URI.create(this.microsoft.loginAddress());
		return login.getScheme() + "://" + login.getAuthority();
	}

	private static void routes(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
		routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
		routes.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll();
		routes.requestMatchers("/sign-in/extend", "/sign-in/roles").authenticated();
		routes.requestMatchers(EVERYBODY).permitAll();
		routes.requestMatchers(FILES).permitAll();
		routes.requestMatchers("/onboarding", "/onboarding/**").authenticated();
		routes.requestMatchers(HttpMethod.GET, DESK).hasAnyRole(Staff.VIEWER.name(), Staff.OPERATOR.name());
		routes.requestMatchers(HttpMethod.HEAD, DESK).hasAnyRole(Staff.VIEWER.name(), Staff.OPERATOR.name());
		routes.requestMatchers(DESK).hasRole(Staff.OPERATOR.name());
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
		// on the port for the machinery alone, which has no token and no session to
		// misuse
		csrf.ignoringRequestMatchers(EndpointRequest.to("backup"));
	}

}
