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
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.account.entra.AuthorizationRequests;
import com.highstage.portal.site.LocalPath;

/**
 * Sends strangers to sign in where that helps; everything else that may not be opened
 * looks as if it did not exist.
 */
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String USUAL = "/onboarding";

	private final InterruptedForms forms;

	Doorkeeper(InterruptedForms forms) {
		this.forms = forms;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		String path = request.getServletPath();
		if (!path.startsWith(USUAL) && !path.equals(AuthorizationRequests.EXTEND)) {
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

	private String wanted(HttpServletRequest request) {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return this.forms.keep(request) ? request.getRequestURI() : USUAL;
		}
		String query = request.getQueryString();
		String path = request.getRequestURI() + ((query != null) ? "?" + query : "");
		return LocalPath.parse(path).map(LocalPath::value).orElse(USUAL);
	}

}
