package com.highstage.portal.account.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.account.signin.SignIns;
import com.highstage.portal.account.signin.SignedIn;

/**
 * Keeps the id of the sign-in in the session, and nothing else: who the person is and
 * what they may do is read anew with each request, so that an ended or revoked sign-in is
 * over at once, on every machine.
 */
@Component
class SignInContexts implements SecurityContextRepository {

	private static final String SIGN_IN = "portal.sign-in";

	private static final String REGISTRATION = "entra";

	private final SignIns signIns;

	SignInContexts(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	@SuppressWarnings("deprecation") // the interface has no other abstract method to load
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		HttpSession session = holder.getRequest().getSession(false);
		if (session != null && session.getAttribute(SIGN_IN) instanceof String id) {
			this.signIns.find(new SignInId(UUID.fromString(id)))
				.ifPresent((found) -> context.setAuthentication(token(found)));
		}
		return context;
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		if (context.getAuthentication() != null
				&& context.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
			request.getSession().setAttribute(SIGN_IN, signedIn.person().signIn().toString());
			return;
		}
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(SIGN_IN);
		}
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(SIGN_IN) != null;
	}

	private static OAuth2AuthenticationToken token(SignedIn signedIn) {
		return new OAuth2AuthenticationToken(signedIn, signedIn.getAuthorities(), REGISTRATION);
	}

}
