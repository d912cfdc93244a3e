package com.highstage.portal.onboarding.web.permissions;

import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.web.PlanForm;

/**
 * What the permissions page asks for.
 *
 * @param permissions the chosen permissions
 * @param seen the mark of the plan that the page showed
 */
record PermissionsForm(@NotEmpty(message = "{form.permissions.none}") Set<MailPermission> permissions,
		@Nullable String seen) implements PlanForm {

	static PermissionsForm of(Plan plan) {
		return new PermissionsForm(plan.permissions(), null);
	}

	@Override
	public Plan applyTo(Plan plan) {
		return plan.withPermissions(this.permissions);
	}

}
