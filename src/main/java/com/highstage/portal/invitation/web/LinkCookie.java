package com.highstage.portal.invitation.web;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import com.highstage.portal.account.SignInOrigins;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

/**
 * Carries a link's token from its address to the pages behind it, for half an hour.
 */
@Component
class LinkCookie implements SignInOrigins {

	private static final String NAME = "__Host-link";

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

	private final Links links;

	LinkCookie(Links links) {
		this.links = links;
	}

	void keep(String token, HttpServletResponse response) {
		if (TOKEN.matcher(token).matches()) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(NAME, token)
						.path("/")
						.secure(true)
						.httpOnly(true)
						.sameSite("Lax")
						.maxAge(LIFETIME)
						.build()
						.toString());
		}
	}

	Optional<Link> link(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		return (cookie != null) ? this.links.find(TokenHash.of(cookie.getValue())) : Optional.empty();
	}

	@Override
	public Optional<UUID> linkOf(HttpServletRequest request, TenantId tenant) {
		// who confirmed an address has not come to do a step
		return link(request).filter((link) -> link.kind() != LinkKind.CONTACT && link.tenant().equals(tenant))
			.map(Link::id);
	}

}
