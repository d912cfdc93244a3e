package com.highstage.portal.consent.web;

import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import com.highstage.portal.consent.ConsentLinks;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.invitation.Link;

/**
 * Sends a colleague who pressed the button behind a link to Microsoft's consent page;
 * they need no account in the portal.
 */
@Controller
class ByLinkController {

	private final ConsentLinks links;

	private final ConsentRequests requests;

	ByLinkController(ConsentLinks links, ConsentRequests requests) {
		this.links = links;
		this.requests = requests;
	}

	@GetMapping("/consent/by-link")
	String go(Optional<Link> link) {
		return link.flatMap(this.links::target)
			.map((target) -> "redirect:" + this.requests.begin(target))
			.orElse("redirect:/link");
	}

}
