package com.highstage.portal.invitation.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import com.highstage.portal.invitation.Link;

/**
 * Tells a colleague who asks for what. Opening the page changes nothing, because mail
 * scanners open links too.
 */
@Controller
class LinkController {

	private final LinkCookie cookie;

	LinkController(LinkCookie cookie) {
		this.cookie = cookie;
	}

	@GetMapping("/link/{token}")
	String open(@PathVariable String token, HttpServletResponse response) {
		this.cookie.keep(token, response);
		return "redirect:/link";
	}

	@GetMapping("/link")
	String show(Optional<Link> link, Model model, HttpServletResponse response) {
		if (link.isEmpty()) {
			return unusable(response);
		}
		model.addAttribute("link", link.get());
		return "invitation/link";
	}

	@PostMapping("/link")
	String goOn(Optional<Link> link, HttpServletResponse response) {
		return link.isPresent() ? "redirect:/consent/by-link" : unusable(response);
	}

	private static String unusable(HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		return "invitation/unusable";
	}

}
