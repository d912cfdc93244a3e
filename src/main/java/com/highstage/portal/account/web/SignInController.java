package com.highstage.portal.account.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.signin.Profiles;
import com.highstage.portal.site.LocalPath;

/**
 * What happens around a sign-in that Microsoft's page cannot show.
 */
@Controller
class SignInController {

	private final Profiles profiles;

	SignInController(Profiles profiles) {
		this.profiles = profiles;
	}

	/**
	 * Only reached when the address names no organisation properly; all others were sent
	 * to Microsoft before.
	 * @return the page that says so
	 */
	@GetMapping("/sign-in")
	String unknownOrganisation() {
		return "redirect:" + Problem.checked("unknown-organisation", "", "").address(null);
	}

	@GetMapping("/sign-in/problem")
	String problem(@RequestParam(defaultValue = "") String problem, @RequestParam(defaultValue = "") String code,
			@RequestParam(defaultValue = "") String reference, @RequestParam(defaultValue = "") String then,
			Model model) {
		model.addAttribute("problem", Problem.checked(problem, code, reference));
		model.addAttribute("then", LocalPath.parse(then).map(LocalPath::value).orElse("/onboarding"));
		return "account/problem";
	}

	/**
	 * Looks the person's roles up again, for example after one was activated.
	 * @param person the person
	 * @param then where to go on
	 * @return the way there
	 */
	@PostMapping("/sign-in/roles")
	String roles(Person person, @RequestParam(defaultValue = "") String then) {
		this.profiles.refresh(person);
		return "redirect:" + LocalPath.parse(then).map(LocalPath::value).orElse("/onboarding");
	}

}
