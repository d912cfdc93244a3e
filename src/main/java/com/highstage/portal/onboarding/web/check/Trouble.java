package com.highstage.portal.onboarding.web.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.MailboxCheck;
import com.highstage.portal.verification.Remedy;

/**
 * What stands in the way of some logins, explained once for all of them.
 *
 * @param explanation what stands in the way
 * @param remedies what the portal can do about it, the best first
 * @param checks the logins that it stands in the way of
 */
record Trouble(Explanation explanation, List<Remedy> remedies, List<MailboxCheck> checks) {

	Trouble {
		remedies = List.copyOf(remedies);
		checks = List.copyOf(checks);
	}

	/**
	 * Gathers what failed, or was tried and could not be made, by its cause.
	 * @param list the mailboxes
	 * @return each cause once, in the order of the mailboxes
	 */
	static List<Trouble> in(MailboxList list) {
		Map<String, List<MailboxCheck>> byCause = new LinkedHashMap<>();
		list.entries()
			.stream()
			.flatMap((entry) -> entry.checks().stream())
			.forEach((check) -> explanation(check.result())
				.ifPresent((why) -> byCause.computeIfAbsent(why.key(), (key) -> new ArrayList<>()).add(check)));
		return byCause.values().stream().map(Trouble::of).toList();
	}

	private static Trouble of(List<MailboxCheck> checks) {
		CheckResult first = checks.getFirst().result();
		return new Trouble(explanation(first).orElseThrow(),
				(first instanceof CheckResult.Failed failed) ? failed.remedies() : List.of(), checks);
	}

	private static Optional<Explanation> explanation(CheckResult result) {
		return switch (result) {
			case CheckResult.Failed failed -> Optional.of(failed.explanation());
			case CheckResult.NotChecked tried when tried.at() != null -> Optional.of(tried.explanation());
			default -> Optional.empty();
		};
	}

	/**
	 * Whether nothing was proven either way, so that waiting may help.
	 * @return true if the logins could not be made
	 */
	public boolean isPassing() {
		return this.checks.getFirst().result() instanceof CheckResult.NotChecked;
	}

	/**
	 * Whether one press mends it for every mailbox.
	 * @return true if it is about the application, not about single mailboxes
	 */
	public boolean isForAll() {
		return this.remedies.stream()
			.anyMatch((remedy) -> remedy == Remedy.REGISTER_AGAIN || remedy == Remedy.CONSENT
					|| remedy == Remedy.NEW_SECRET);
	}

}
