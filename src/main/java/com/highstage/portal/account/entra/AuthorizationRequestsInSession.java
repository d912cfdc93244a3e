package com.highstage.portal.account.entra;

import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Keeps what was asked of Microsoft in the session until the answer comes. Each question
 * has an attribute of its own, so that a double click or a second tab does not make the
 * first answer unknown.
 */
public class AuthorizationRequestsInSession implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final String PREFIX = "portal.asked.";

	private static final int OPEN_AT_ONCE = 5;

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		String state = request.getParameter("state");
		return (session == null || state == null) ? null
				: (OAuth2AuthorizationRequest) session.getAttribute(PREFIX + state);
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request,
			HttpServletResponse response) {
		if (asked == null) {
			removeAuthorizationRequest(request, response);
			return;
		}
		HttpSession session = request.getSession();
		List<String> open = Collections.list(session.getAttributeNames())
			.stream()
			.filter((name) -> name.startsWith(PREFIX))
			.toList();
		if (open.size() >= OPEN_AT_ONCE) {
			open.forEach(session::removeAttribute);
		}
		session.setAttribute(PREFIX + asked.getState(), asked);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
		if (asked != null) {
			request.getSession().removeAttribute(PREFIX + asked.getState());
			Errand.of(asked).expose(request);
		}
		return asked;
	}

}
