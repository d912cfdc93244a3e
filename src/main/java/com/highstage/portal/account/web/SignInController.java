package com.highstage.portal.account.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.site.LocalPath;

/**
 * What happens around a sign-in that Microsoft's page cannot show.
 */
@Controller
class SignInController {

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

}
