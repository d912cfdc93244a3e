package com.highstage.portal.account.web;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.account.entra.AuthorizationRequests;
import com.highstage.portal.account.signin.VendorProperties;
import com.highstage.portal.site.LocalPath;

/**
 * Sends strangers to sign in where that helps; everything else that may not be opened
 * looks as if it did not exist.
 */
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String USUAL = "/onboarding";

	private final InterruptedForms forms;

	private final VendorProperties vendor;

	Doorkeeper(InterruptedForms forms, VendorProperties vendor) {
		this.forms = forms;
		this.vendor = vendor;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		String path = request.getServletPath();
		boolean desk = Desk.isAt(path) && this.vendor.tenantId() != null;
		if (!desk && !path.startsWith(USUAL) && !path.equals(AuthorizationRequests.EXTEND)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		String signIn = signIn(desk, wanted(request, desk ? Desk.PATH : USUAL));
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", signIn);
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			return;
		}
		response.sendRedirect(signIn);
	}

	// Staff sign in at their own organisation, whatever else the browser is signed in to.
	private String signIn(boolean desk, String then) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(AuthorizationRequests.SIGN_IN);
		if (desk) {
			address.queryParam("organisation", this.vendor.tenantId());
		}
		return address.queryParam("then", "{then}").encode().buildAndExpand(then).toUriString();
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		response.sendError((refused instanceof CsrfException) ? HttpServletResponse.SC_FORBIDDEN
				: HttpServletResponse.SC_NOT_FOUND);
	}

	private String wanted(HttpServletRequest request, String usual) {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return this.forms.keep(request) ? request.getRequestURI() : usual;
		}
		// a part of a page that was fetched for itself is no page to come back to
		String shown = request.getHeader("HX-Current-URL");
		String path = (shown != null) ? withinPortal(shown)
				: address(request.getRequestURI(), request.getQueryString());
		return LocalPath.parse(path).map(LocalPath::value).orElse(usual);
	}

	private static String withinPortal(String shown) {
		try {
			URI page = new URI(shown);
			return address(Objects.requireNonNullElse(page.getRawPath(), ""), page.getRawQuery());
		}
		catch (URISyntaxException ex) {
			return "";
		}
	}

	private static String address(String path, @Nullable String query) {
		return path + ((query != null) ? "?" + query : "");
	}

}
