package com.highstage.portal.account.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.account.entra.AuthorizationRequests;
import com.highstage.portal.site.LocalPath;

/**
 * Sends strangers to sign in where that helps; everything else that may not be opened
 * looks as if it did not exist.
 */
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		String path = request.getServletPath();
		if (!path.startsWith("/onboarding") && !path.equals(AuthorizationRequests.EXTEND)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		String signIn = UriComponentsBuilder.fromPath(AuthorizationRequests.SIGN_IN)
			.queryParam("then", "{then}")
			.encode()
			.buildAndExpand(wanted(request))
			.toUriString();
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", signIn);
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			return;
		}
		response.sendRedirect(signIn);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		response.sendError((refused instanceof CsrfException) ? HttpServletResponse.SC_FORBIDDEN
				: HttpServletResponse.SC_NOT_FOUND);
	}

	private static String wanted(HttpServletRequest request) {
		String query = request.getQueryString();
		boolean reading = HttpMethod.GET.matches(request.getMethod());
		String path = request.getRequestURI() + ((reading && query != null) ? "?" + query : "");
		return LocalPath.parse(path).map(LocalPath::value).orElse("/onboarding");
	}

}
