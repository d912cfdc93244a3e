package com.highstage.portal.renewal.web;

import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.web.Answers;
import com.highstage.portal.onboarding.web.JourneyPage;
import com.highstage.portal.onboarding.web.JourneyPages;
import com.highstage.portal.renewal.web.RenewalView.Action;
import com.highstage.portal.site.PortalProperties;

@Controller
@RequestMapping("/onboarding/renewal")
class RenewalController {

	private static final String PAGE = "/onboarding/renewal";

	private final RenewalPages views;

	private final JourneyPages pages;

	private final Journey journey;

	private final PortalProperties portal;

	RenewalController(RenewalPages views, JourneyPages pages, Journey journey, PortalProperties portal) {
		this.views = views;
		this.pages = pages;
		this.journey = journey;
		this.portal = portal;
	}

	@GetMapping
	String page(Person person, Model model) {
		Overview known = this.pages.known(person, null, model).overview();
		Optional<RenewalView> view = this.views.of(person, known);
		if (view.isEmpty()) {
			return "renewal/nothing";
		}
		if (view.get().action() != Action.WATCH) {
			// Microsoft is asked, and what may be removed now is removed
			known = this.pages.look(person, null, model).overview();
			view = this.views.of(person, known);
		}
		model.addAttribute("view", view.orElseThrow());
		model.addAttribute("live", view.orElseThrow().action() == Action.WATCH);
		model.addAttribute("polls", view.orElseThrow().isLive());
		model.addAttribute("mark", mark(view.orElseThrow(), known));
		model.addAttribute("address", this.portal.page(person.tenant().toString(), PAGE).toString());
		return "renewal/renewal";
	}

	@PostMapping
	String renew(Person person, Model model) {
		Overview known = this.pages.known(person, null, model).overview();
		boolean possible = this.views.of(person, known).filter((view) -> view.action() == Action.RENEW).isPresent();
		// who may not is told so
		return (possible || !Step.SECRET.isFor(person))
				? Answers.after(this.journey.take(person, Step.SECRET, WayOut.NEW_SECRET), PAGE) : "redirect:" + PAGE;
	}

	/**
	 * What an open page asks: whether it shows what is true.
	 * @param person who looks
	 * @param seen the mark of what the page shows
	 * @param model the page's model
	 * @return nothing, or that the page is to be loaded again
	 */
	@GetMapping("/news")
	ResponseEntity<Void> news(Person person, @RequestParam(defaultValue = "") String seen, Model model) {
		JourneyPage page = this.pages.known(person, null, model);
		boolean unchanged = this.views.of(person, page.overview())
			.filter((view) -> seen.equals(mark(view, page.overview())))
			.isPresent();
		return unchanged ? ResponseEntity.noContent().build()
				: ResponseEntity.noContent().header("HX-Refresh", "true").build();
	}

	private static String mark(RenewalView view, Overview overview) {
		String steps = overview.isActive()
				? overview.steps().stream().map((step) -> step.state().key()).collect(Collectors.joining(".")) : "";
		return view.mark(steps);
	}

}
