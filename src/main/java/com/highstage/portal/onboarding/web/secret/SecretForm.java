package com.highstage.portal.onboarding.web.secret;

import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.web.PlanForm;
import com.highstage.portal.tenant.PlainName;

/**
 * What the secret page asks for.
 *
 * @param secretDescription what stands in the secret's display name
 * @param lifetimeDays how long it lasts
 * @param credentialType secret or certificate
 * @param seen the mark of the plan that the page showed
 */
record SecretForm(
		@Size(max = Plan.LONGEST_DESCRIPTION, message = "{form.description.long}") @Nullable String secretDescription,
		@NotNull(message = "{form.lifetime.missing}") @Min(value = 1, message = "{form.lifetime.missing}") @Max(
				value = 730, message = "{form.lifetime.missing}") Integer lifetimeDays,
		@NotNull(message = "{form.type.missing}") CredentialType credentialType,
		@Nullable String seen) implements PlanForm {

	static SecretForm of(Plan plan) {
		return new SecretForm(plan.secretDescription().value(), plan.lifetimeDays(), plan.credentialType(), null);
	}

	@Override
	public Plan applyTo(Plan plan) {
		return plan.withCredential(this.credentialType,
				new PlainName(Objects.requireNonNullElse(this.secretDescription, "")), this.lifetimeDays);
	}

}
