package com.highstage.portal.onboarding.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.PlanOvertakenException;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * A form that changes the journey's plan, and knows which plan its page showed.
 */
public interface PlanForm {

	/**
	 * The mark of the plan that the page showed.
	 * @return the mark; null or empty if the form does not say
	 */
	@Nullable String seen();

	/**
	 * Addresses as a text area shows them.
	 * @param addresses the addresses
	 * @return one in each line
	 */
	static String lines(List<MailboxAddress> addresses) {
		return addresses.stream().map(MailboxAddress::value).collect(Collectors.joining("\n"));
	}

	/**
	 * The plan with what was typed.
	 * @param plan the plan so far
	 * @return the changed plan
	 */
	Plan applyTo(Plan plan);

	/**
	 * Whether somebody else changed the plan meanwhile, so that this form would undo it.
	 * @param now the plan as it is
	 * @return true if the person should look again first
	 */
	default boolean undoes(Plan now) {
		String seen = seen();
		return seen != null && !seen.isEmpty() && !seen.equals(mark(now)) && !mark(applyTo(now)).equals(mark(now));
	}

	/**
	 * What is asked for where something took its time after the form was found not to
	 * undo anything.
	 * @param shown what was known then; before the first journey the plan is only
	 * suggested, and nobody's to undo
	 * @return throws {@link PlanOvertakenException} for a plan that it would undo
	 */
	default UnaryOperator<Plan> unlessOvertaken(Overview shown) {
		return (plan) -> {
			if (shown.onboarding() != null && undoes(plan)) {
				throw new PlanOvertakenException();
			}
			return applyTo(plan);
		};
	}

	/**
	 * A short text that changes with the plan.
	 * @param plan the plan
	 * @return its mark
	 */
	static String mark(Plan plan) {
		CRC32 sum = new CRC32();
		sum.update(String
			.join("\n", plan.applicationName().value(), plan.contact(), plan.secretDescription().value(),
					plan.lifetimeDays() + " " + plan.credentialType(), new TreeSet<>(plan.permissions()).toString(),
					plan.mailboxes().toString())
			.getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(sum.getValue());
	}

}
