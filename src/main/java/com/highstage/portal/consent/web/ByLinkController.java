package com.highstage.portal.consent.web;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.consent.ConsentLinks;
import com.highstage.portal.consent.ConsentLinks.OpenLink;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.consent.ConsentTarget;
import com.highstage.portal.vault.TokenHash;

/**
 * A colleague's way to Microsoft's consent page: they need no account in the portal. The
 * first request moves the link's value out of the address; looking at the page changes
 * nothing.
 */
@Controller
@RequestMapping("/consent/by-link")
class ByLinkController {

	private static final String COOKIE = "__Host-consent-link";

	private static final Duration COOKIE_LIFE = Duration.ofMinutes(30);

	private static final String PAGE = "consent/by-link";

	private final ConsentLinks links;

	private final ConsentRequests requests;

	ByLinkController(ConsentLinks links, ConsentRequests requests) {
		this.links = links;
		this.requests = requests;
	}

	@GetMapping("/{token:[A-Za-z0-9_-]{43}}")
	String open(@PathVariable String token, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
			.path("/")
			.secure(true)
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(COOKIE_LIFE)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		return "redirect:/consent/by-link";
	}

	@GetMapping
	String page(@CookieValue(name = COOKIE, defaultValue = "") String token, Model model) {
		Optional<OpenLink> link = this.links.find(TokenHash.of(token));
		model.addAttribute("usable", link.isPresent());
		link.ifPresent((open) -> {
			model.addAttribute("organisation", open.organisationName());
			model.addAttribute("askedBy", open.askedBy());
			model.addAttribute("kind", (open.target() instanceof ConsentTarget.Portal) ? "portal" : "application");
		});
		return PAGE;
	}

	@PostMapping
	String go(@CookieValue(name = COOKIE, defaultValue = "") String token) {
		return this.links.find(TokenHash.of(token))
			.map((link) -> "redirect:" + this.requests.begin(link.target()))
			.orElse("redirect:/consent/by-link");
	}

}
