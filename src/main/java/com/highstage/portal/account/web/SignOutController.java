package com.highstage.portal.account.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.signin.SignIns;

/**
 * Ends a sign-in with all that belongs to it.
 */
@Controller
class SignOutController {

	private final SignIns signIns;

	private final MicrosoftProperties microsoft;

	SignOutController(SignIns signIns, MicrosoftProperties microsoft) {
		this.signIns = signIns;
		this.microsoft = microsoft;
	}

	@PostMapping("/sign-out")
	String signOut(Optional<Person> person, HttpServletRequest request) {
		person.ifPresent((signedIn) -> this.signIns.end(signedIn.signIn()));
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		return "redirect:/signed-out";
	}

	@GetMapping("/signed-out")
	String signedOut(Model model) {
		model.addAttribute("microsoft", this.microsoft.loginAddress() + "/organizations/oauth2/v2.0/logout");
		return "account/signed-out";
	}

}
