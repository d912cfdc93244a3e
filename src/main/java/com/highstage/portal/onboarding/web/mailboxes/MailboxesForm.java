package com.highstage.portal.onboarding.web.mailboxes;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.PastedMailboxes;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.web.MailboxText;
import com.highstage.portal.onboarding.web.PlanForm;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * What the mailboxes page asks for.
 *
 * @param mailboxes the addresses, as typed or pasted
 * @param add addresses ticked among those that were found
 * @param query what to search for
 * @param anyway whether addresses that Exchange does not know are kept; a box that is not
 * ticked sends nothing
 * @param seen the mark of the plan that the page showed
 */
record MailboxesForm(@MailboxText @Nullable String mailboxes, @Nullable List<String> add, @Nullable String query,
		@Nullable Boolean anyway, @Nullable String seen) implements PlanForm {

	static MailboxesForm of(Plan plan) {
		return new MailboxesForm(PlanForm.lines(plan.mailboxes()), List.of(), null, null, null);
	}

	@Override
	public Plan applyTo(Plan plan) {
		return plan.withMailboxes(addresses());
	}

	/**
	 * The addresses typed and ticked, each once.
	 * @return the whole list
	 */
	List<MailboxAddress> addresses() {
		Stream<MailboxAddress> ticked = Objects.requireNonNullElse(this.add, List.<String>of())
			.stream()
			.flatMap((text) -> MailboxAddress.parse(text).stream());
		return Stream.concat(pasted().addresses().stream(), ticked).distinct().toList();
	}

	boolean keepsUnknown() {
		return Boolean.TRUE.equals(this.anyway);
	}

	PastedMailboxes pasted() {
		return PastedMailboxes.parse(Objects.requireNonNullElse(this.mailboxes, ""));
	}

	String searched() {
		return Objects.requireNonNullElse(this.query, "").strip();
	}

	/**
	 * The form with what was ticked among what was typed, so that the next search loses
	 * nothing.
	 * @return the form to show again
	 */
	MailboxesForm gathered() {
		String ticked = PlanForm
			.lines(addresses().stream().filter((one) -> !pasted().addresses().contains(one)).toList());
		String typed = Objects.requireNonNullElse(this.mailboxes, "").stripTrailing();
		return new MailboxesForm(ticked.isEmpty() ? typed : (typed + "\n" + ticked).strip(), List.of(), this.query,
				this.anyway, this.seen);
	}

}
