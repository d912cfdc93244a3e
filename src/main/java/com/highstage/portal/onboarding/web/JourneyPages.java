package com.highstage.portal.onboarding.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.site.RememberedForm;

/**
 * Puts together what the pages of the journey show.
 */
@Component
public class JourneyPages {

	/** A proxy in between lets a request wait for longer. */
	private static final Duration HOLD = Duration.ofSeconds(8);

	private final Overviews overviews;

	private final StepViews views;

	private final HandGuides guides;

	private final DelegatedTokens tokens;

	JourneyPages(Overviews overviews, StepViews views, HandGuides guides, DelegatedTokens tokens) {
		this.tokens = tokens;
		this.overviews = overviews;
		this.views = views;
		this.guides = guides;
	}

	/**
	 * Asks Microsoft where the organisation stands.
	 * @param person who looks
	 * @param step the page's step; null on pages about all of them
	 * @param model the page's model, which gets the answer as {@code journey}
	 * @return the answer
	 */
	public JourneyPage look(Person person, @Nullable Step step, Model model) {
		return show(person, step, this.overviews.of(person), model);
	}

	/**
	 * Says what is known without asking Microsoft.
	 * @param person who looks
	 * @param step the page's step; null on pages about all of them
	 * @param model the page's model, which gets the answer as {@code journey}
	 * @return the answer
	 */
	public JourneyPage known(Person person, @Nullable Step step, Model model) {
		return show(person, step, this.overviews.known(person), model);
	}

	/**
	 * Fills the page's form: with what was typed before a sign-in ended, else as usual.
	 * @param <T> the type of the form
	 * @param typed what was typed before the sign-in ended
	 * @param type the type of the form
	 * @param usual the form as usual
	 * @param model the page's model, which gets the form as {@code form}
	 */
	public <T> void showForm(Optional<RememberedForm> typed, Class<T> type, T usual, Model model) {
		Optional<T> remembered = typed.flatMap((form) -> form.bind(type));
		if (remembered.isPresent()) {
			model.addAttribute("notice", Notice.REMEMBERED.key());
		}
		model.addAttribute("form", remembered.orElse(usual));
	}

	/**
	 * Says what is known as soon as it is something new.
	 * @param person who looks
	 * @param shown whether the page shows that already
	 * @param model the page's model, which gets the answer as {@code journey}
	 * @return the answer
	 */
	public JourneyPage news(Person person, Predicate<JourneyPage> shown, Model model) {
		Overview news = this.overviews.news(person, (known) -> shown.test(show(person, null, known, model)), HOLD);
		return show(person, null, news, model);
	}

	/**
	 * Whether a form can be used as it was sent; if not, the model is ready to show it
	 * again with what was typed.
	 * @param person who sent it
	 * @param step the page's step; null on pages about all of them
	 * @param form the form
	 * @param errors what is wrong with it
	 * @param model the page's model
	 * @return true if it can be used
	 */
	public boolean accepts(Person person, @Nullable Step step, PlanForm form, Errors errors, Model model) {
		Overview overview = this.overviews.known(person);
		boolean undoes = !errors.hasErrors() && form.undoes(overview.plan());
		if (!errors.hasErrors() && !undoes) {
			return true;
		}
		show(person, step, overview, model);
		if (undoes) {
			model.addAttribute("notice", Notice.CHANGED.key());
		}
		return false;
	}

	/**
	 * Shows what was looked up already.
	 * @param person who looks
	 * @param overview where the organisation stands
	 * @param model the page's model, which gets the answer as {@code journey}
	 * @return the answer
	 */
	public JourneyPage show(Person person, Overview overview, Model model) {
		return show(person, null, overview, model);
	}

	private JourneyPage show(Person person, @Nullable Step step, Overview overview, Model model) {
		List<StepView> steps = overview.steps().stream().map((report) -> this.views.of(overview, report)).toList();
		Resource needed = (step == Step.MAILBOXES) ? Resource.EXCHANGE : Resource.GRAPH_APPLICATIONS;
		JourneyPage page = new JourneyPage(overview, steps, (step != null) ? steps.get(step.ordinal()) : null,
				this.guides.of(person, overview), this.tokens.find(person.signIn(), needed).isPresent());
		model.addAttribute("journey", page);
		return page;
	}

}
