package com.highstage.portal.invitation.web;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInOrigins;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Opened;
import com.highstage.portal.site.LocalPath;
import com.highstage.portal.vault.TokenHash;

/**
 * Carries a link's token from its address to the pages behind it, for half an hour.
 */
@Component
class LinkCookie implements SignInOrigins {

	private static final String NAME = "__Host-link";

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final LocalPath PAGE = new LocalPath("/link");

	private final Links links;

	private final Customers customers;

	LinkCookie(Links links, Customers customers) {
		this.links = links;
		this.customers = customers;
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

	Optional<TokenHash> token(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue).map(TokenHash::of);
	}

	Optional<Link> link(HttpServletRequest request) {
		return token(request).flatMap(this.links::find);
	}

	Optional<Opened> invitation(HttpServletRequest request) {
		return token(request).flatMap(this.customers::open);
	}

	@Override
	public Origin arrive(HttpServletRequest request, Person person) {
		Optional<Opened> invitation = invitation(request);
		if (invitation.isPresent()) {
			return arrive(invitation.get(), person);
		}
		// who confirmed an address has not come to do a step
		return link(request).filter((link) -> link.kind() != LinkKind.CONTACT && link.tenant().equals(person.tenant()))
			.filter((link) -> this.links.signedIn(link, person))
			.<Origin>map((link) -> new Origin.Link())
			.orElseGet(Origin.Alone::new);
	}

	private Origin arrive(Opened invitation, Person person) {
		if (!this.customers.isFor(invitation.customer(), person)) {
			return new Origin.Elsewhere(PAGE);
		}
		return this.customers.signedIn(invitation.link().id(), person) ? new Origin.Link() : new Origin.Alone();
	}

}
