package com.highstage.portal.onboarding.web.progress;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.web.JourneyPage;
import com.highstage.portal.onboarding.web.JourneyPages;

@Controller
@RequestMapping("/onboarding/progress")
class ProgressController {

	private static final String PAGE = "onboarding/progress";

	private final JourneyPages pages;

	ProgressController(JourneyPages pages) {
		this.pages = pages;
	}

	@GetMapping
	String page(Person person, Model model) {
		JourneyPage page = this.pages.known(person, null, model);
		if (page.nextKey().equals("done")) {
			return "redirect:" + page.nextPath();
		}
		Progress progress = Progress.of(page);
		model.addAttribute("progress", progress);
		model.addAttribute("live", page.nextKey().equals("progress") || progress.waits());
		return PAGE;
	}

	/**
	 * What the page asks for while it is open: nothing new, its changed part, or where to
	 * go because all is done.
	 * @param person who looks
	 * @param seen the mark of what the page shows
	 * @param model the page's model
	 * @param response the answer
	 * @return the changed part of the page
	 */
	@GetMapping(headers = "HX-Request")
	ModelAndView news(Person person, @RequestParam(defaultValue = "") String seen, Model model,
			HttpServletResponse response) {
		JourneyPage page = this.pages.news(person, (known) -> Progress.of(known).mark().equals(seen), model);
		Progress progress = Progress.of(page);
		model.addAttribute("progress", progress);
		if (page.nextKey().equals("done")) {
			response.setHeader("HX-Redirect", page.nextPath());
		}
		if (progress.mark().equals(seen)) {
			ModelAndView nothing = new ModelAndView();
			nothing.setView((ignored, request, answer) -> answer.setStatus(HttpStatus.NO_CONTENT.value()));
			return nothing;
		}
		return new ModelAndView(PAGE + " :: news");
	}

	/**
	 * What a page asks for that waits for people, perhaps for days: answered at once.
	 * @param person who looks
	 * @param seen the mark of what the page shows
	 * @param model the page's model
	 * @return an order to load the page anew if something has changed
	 */
	@GetMapping("/news")
	ResponseEntity<Void> newsOfPeople(Person person, @RequestParam(defaultValue = "") String seen, Model model) {
		boolean unchanged = Progress.of(this.pages.known(person, null, model)).mark().equals(seen);
		return unchanged ? ResponseEntity.noContent().build()
				: ResponseEntity.noContent().header("HX-Refresh", "true").build();
	}

}
