package com.highstage.portal.onboarding.web;

import org.springframework.web.servlet.view.RedirectView;

import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;

/**
 * Where the browser goes after a command.
 */
public final class Answers {

	private Answers() {
	}

	/**
	 * After a command that the background work carries out.
	 * @param answer what came of it
	 * @param accepted where to go if it was accepted
	 * @return the redirect
	 */
	public static String after(Journey.Answer answer, String accepted) {
		return switch (answer) {
			case Journey.Answer.Accepted ignored -> "redirect:" + accepted;
			case Journey.RoleTooSmall ignored -> overview(Notice.ROLE_TOO_SMALL);
			case Journey.NotInvited() -> overview(Notice.NOT_INVITED);
			case Journey.Outdated() -> overview(Notice.OUTDATED);
		};
	}

	/**
	 * After asking for Microsoft's consent page.
	 * @param answer what came of it
	 * @return the redirect
	 */
	public static RedirectView after(Journey.PageAnswer answer) {
		return switch (answer) {
			case Journey.PageAnswer.Go go -> to(go.address().toString());
			case Journey.RoleTooSmall ignored -> to(path(Notice.ROLE_TOO_SMALL));
			case Journey.NotInvited() -> to(path(Notice.NOT_INVITED));
			case Journey.Outdated() -> to(path(Notice.OUTDATED));
		};
	}

	/**
	 * Back to the overview, which says why.
	 * @param notice why
	 * @return the redirect
	 */
	public static String overview(Notice notice) {
		return "redirect:" + path(notice);
	}

	/**
	 * The path of a step's page.
	 * @param step the step
	 * @return the local path
	 */
	public static String page(Step step) {
		return "/onboarding/" + step.path();
	}

	private static String path(Notice notice) {
		return "/onboarding?notice=" + notice.key();
	}

	private static RedirectView to(String address) {
		RedirectView view = new RedirectView(address, false);
		view.setExpandUriTemplateVariables(false);
		return view;
	}

}
