package com.highstage.portal.evidence.web;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.evidence.removal.PartRecord;
import com.highstage.portal.evidence.removal.PartState;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.onboarding.web.Moment;

/**
 * A removal as a person sees it.
 *
 * @param standing where it stands
 * @param action what the person can do
 * @param mayTell whether the person may say that the script has run
 * @param mayEnd whether the person may say that all of it was done by hand
 * @param nextLook when the portal goes on by itself; null if it does not
 */
record RemovalView(Removal.Standing standing, Action action, boolean mayTell, boolean mayEnd,
		@Nullable Moment nextLook) {

	public List<PartRecord> parts() {
		return this.standing.parts();
	}

	public boolean isOver() {
		return this.standing.removal().isOver();
	}

	/**
	 * Whether something may change by itself.
	 * @return true while the portal is at it
	 */
	public boolean isLive() {
		return this.action == Action.WATCH;
	}

	/**
	 * Whether the script can do what is left to be done.
	 * @return true if so
	 */
	public boolean showsScript() {
		PartRecord current = this.standing.current();
		return !isOver() && current != null && current.state().needsPerson()
				&& current.part().needs() == Ability.MAILBOXES;
	}

	/**
	 * Whether somebody can do by hand what is left to be done in the directory.
	 * @return true if so
	 */
	public boolean showsHand() {
		PartRecord current = this.standing.current();
		return !isOver() && current != null && current.state().needsPerson()
				&& current.part().needs() == Ability.CONSENT;
	}

	/**
	 * The part whose failure needs words of its own.
	 * @return that part; null if there is none
	 */
	public @Nullable PartRecord problem() {
		return this.standing.parts()
			.stream()
			.filter((part) -> part.explanation() != null && part.state() != PartState.LEFT)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether something was not taken back, or nobody could look.
	 * @return true if so
	 */
	public boolean isIncomplete() {
		return this.standing.parts().stream().anyMatch((part) -> isIncomplete(part, this.standing.removal()));
	}

	private static boolean isIncomplete(PartRecord part, Removal removal) {
		boolean goesWithTheApplication = part.part() == Part.PERMISSIONS && removal.scope().ours();
		return part.state() == PartState.BY_HAND || (part.state() == PartState.LEFT && !goesWithTheApplication);
	}

	/**
	 * Changes with what the page shows.
	 * @return a short text
	 */
	public String mark() {
		String shown = this.standing.parts()
			.stream()
			.map((part) -> part.state().key())
			.collect(Collectors.joining("."));
		return Integer.toHexString((shown + this.standing.closed() + this.action + isOver()).hashCode());
	}

	/**
	 * What a person can do about a removal; message {@code removal.action.<name>}.
	 */
	enum Action {

		/** Watch: the portal is at it. */
		WATCH,
		/** Sign in at Microsoft, for the directory. */
		SIGN_IN,
		/** Sign in at Microsoft, for Exchange. */
		SIGN_IN_EXCHANGE,
		/** Let it go on with their authority. */
		GO_ON,
		/** Send the address to a colleague. */
		COLLEAGUE,
		/** Run the script, because the portal has no way into Exchange. */
		SCRIPT,
		/** Nothing: it is over. */
		NONE

	}

}
