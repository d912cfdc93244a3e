package com.highstage.portal.handover.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

import com.highstage.portal.handover.HandoverProperties;
import com.highstage.portal.site.SecurityHeaders;

/**
 * Who may use the interface: applications with a bearer token, and nobody by a cookie.
 * Nothing is remembered between two requests, so that there is nothing to forge one for.
 */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

	private static final String ADDRESS = "/api/";

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain api(HttpSecurity http, ReaderTokens tokens, HandoverProperties properties) {
		Problems problems = new Problems();
		http.securityMatcher(ADDRESS + "**")
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.logout((logout) -> logout.disable())
			.csrf((csrf) -> csrf.disable())
			.headers((headers) -> SecurityHeaders.configure(headers, ""))
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.oauth2ResourceServer(
					(server) -> server.jwt((jwt) -> jwt.decoder(tokens).jwtAuthenticationConverter(tokens))
						.authenticationEntryPoint(problems)
						.accessDeniedHandler(problems))
			.authorizeHttpRequests((routes) -> routes.requestMatchers(HttpMethod.GET, DocumentController.PATH)
				.permitAll()
				.anyRequest()
				.hasAuthority(ReaderTokens.ROLE))
			.addFilterAfter(problems, HeaderWriterFilter.class)
			.addFilterAfter(new RequestLimit(properties.requestsPerMinute()), Problems.class);
		return http.build();
	}

	// What is refused before it comes to any of the filters, because of its address or
	// method.
	@Bean
	RequestRejectedHandler rejected() {
		RequestRejectedHandler pages = new HttpStatusRequestRejectedHandler();
		return (request, response, rejected) -> {
			if (request.getRequestURI().startsWith(ADDRESS)) {
				Problem.of(HttpStatus.BAD_REQUEST).write(request, response);
			}
			else {
				pages.handle(request, response, rejected);
			}
		};
	}

}
