package com.highstage.portal.handover.web;

import java.io.IOException;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns whatever goes wrong in the interface into a problem: refusals, the statuses that
 * Spring and the server send, and defects.
 */
class Problems extends OncePerRequestFilter implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	private static final String SECONDS = "30";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, new Answer(request, response));
		}
		catch (AuthenticationServiceException ex) {
			LOG.warn("Microsoft's signing keys could not be read", ex);
			response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
			Problem.of(HttpStatus.SERVICE_UNAVAILABLE).write(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			LOG.error("A request of the interface failed", ex);
			Problem.of(HttpStatus.INTERNAL_SERVER_ERROR).write(request, response);
		}
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		boolean sent = refused instanceof InvalidBearerTokenException;
		// what Microsoft has signed is a mistake in somebody's settings, and no
		// stranger's words are said
		if (refused.getCause() instanceof JwtValidationException invalid) {
			LOG.warn("A bearer token was refused: {}",
					invalid.getErrors().stream().map(OAuth2Error::getDescription).collect(Collectors.joining("; ")));
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, sent ? "Bearer error=\"invalid_token\"" : "Bearer");
		Problem.of(HttpStatus.UNAUTHORIZED).write(request, response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
		Problem.of(HttpStatus.FORBIDDEN).write(request, response);
	}

	/**
	 * An answer whose errors are problems.
	 */
	private static final class Answer extends HttpServletResponseWrapper {

		private final HttpServletRequest request;

		private final HttpServletResponse response;

		Answer(HttpServletRequest request, HttpServletResponse response) {
			super(response);
			this.request = request;
			this.response = response;
		}

		@Override
		public void sendError(int status) throws IOException {
			HttpStatus known = HttpStatus.resolve(status);
			Problem.of((known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR).write(this.request, this.response);
		}

		@Override
		public void sendError(int status, @Nullable String message) throws IOException {
			sendError(status);
		}

	}

}
