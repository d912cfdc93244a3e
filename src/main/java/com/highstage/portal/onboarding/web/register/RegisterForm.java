package com.highstage.portal.onboarding.web.register;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.notification.OneMailbox;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.web.PlanForm;
import com.highstage.portal.tenant.PlainName;

/**
 * What the register page asks for.
 *
 * @param applicationName the application's display name
 * @param contact the mail address to tell when it is done
 * @param way {@code steps} for one step at a time
 * @param seen the mark of the plan that the page showed
 */
record RegisterForm(
		@NotBlank(message = "{form.name.blank}") @Size(max = 120, message = "{form.name.long}") String applicationName,
		@OneMailbox(message = "{form.contact.wrong}") @Nullable String contact, @Nullable String way,
		@Nullable String seen) implements PlanForm {

	static RegisterForm of(Plan plan) {
		return new RegisterForm(plan.applicationName().value(), plan.contact(), null, null);
	}

	@Override
	public Plan applyTo(Plan plan) {
		return plan.withApplication(new PlainName(this.applicationName),
				Objects.requireNonNullElse(this.contact, "").strip());
	}

	String then() {
		return "steps".equals(this.way) ? "/onboarding/progress" : "/onboarding/plan";
	}

}
