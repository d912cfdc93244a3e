package com.highstage.portal.invitation.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Opened;

/**
 * Tells whoever opened a link who asks for what. Opening the page changes nothing,
 * because mail scanners open links too.
 */
@Controller
class LinkController {

	private final LinkCookie cookie;

	private final Contacts contacts;

	private final Customers customers;

	private final InvitedPages invited;

	LinkController(LinkCookie cookie, Contacts contacts, Customers customers, InvitedPages invited) {
		this.cookie = cookie;
		this.contacts = contacts;
		this.customers = customers;
		this.invited = invited;
	}

	@GetMapping("/link/{token}")
	String open(@PathVariable String token, HttpServletResponse response) {
		this.cookie.keep(token, response);
		return "redirect:/link";
	}

	@GetMapping("/link")
	String show(Optional<Link> link, Optional<Opened> invitation, Optional<Person> person, Model model,
			HttpServletResponse response) {
		if (invitation.isPresent()) {
			return this.invited.show(invitation.get(), person, model);
		}
		if (link.isEmpty()) {
			return unusable(response);
		}
		model.addAttribute("link", link.get());
		if (link.get().kind() != LinkKind.CONTACT) {
			return "invitation/link";
		}
		Optional<Contact> contact = this.contacts.find(link.get());
		contact.ifPresent((found) -> model.addAttribute("contact", found));
		return contact.isPresent() ? "invitation/contact" : unusable(response);
	}

	@PostMapping("/link")
	String goOn(Optional<Link> link, Optional<Opened> invitation, Optional<Person> person,
			@RequestParam(defaultValue = "") String organisation, HttpServletResponse response) {
		return invitation.map((opened) -> "redirect:" + this.invited.goOn(opened, person, organisation))
			.or(() -> link.map((opened) -> "redirect:" + next(opened)))
			.orElseGet(() -> unusable(response));
	}

	/**
	 * Tells the operators that somebody wants a new link. Whether there ever was one that
	 * could be asked for is not to be seen from the answer.
	 * @param request names the link that ended
	 * @return the answer
	 */
	@PostMapping("/link/ask")
	String ask(HttpServletRequest request) {
		this.cookie.token(request).ifPresent(this.customers::askForNew);
		return "redirect:/link?asked";
	}

	private String next(Link link) {
		return switch (link.kind()) {
			case ALLOW, CONSENT -> "/consent/by-link";
			case MAILBOXES -> "/sign-in?organisation=" + link.tenant() + "&then=/onboarding/mailboxes";
			case CONTACT -> {
				this.contacts.confirm(link);
				yield "/link";
			}
		};
	}

	private static String unusable(HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		return "invitation/unusable";
	}

}
