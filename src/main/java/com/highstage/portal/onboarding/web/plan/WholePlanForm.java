package com.highstage.portal.onboarding.web.plan;

import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.mailbox.PastedMailboxes;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.OneMailbox;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.web.MailboxText;
import com.highstage.portal.onboarding.web.PlanForm;
import com.highstage.portal.tenant.PlainName;

/**
 * Everything that is left, on one page.
 *
 * @param mailboxes the mailboxes' addresses, as typed or pasted
 * @param permissions the chosen permissions
 * @param applicationName the application's display name
 * @param contact the mail address to tell when it is done
 * @param secretDescription what stands in the secret's display name
 * @param lifetimeDays how long the secret lasts
 * @param credentialType secret or certificate
 * @param seen the mark of the plan that the page showed
 */
record WholePlanForm(@MailboxText @Nullable String mailboxes,
		@NotEmpty(message = "{form.permissions.none}") Set<MailPermission> permissions,
		@NotBlank(message = "{form.name.blank}") @Size(max = 120, message = "{form.name.long}") String applicationName,
		@OneMailbox(message = "{form.contact.wrong}") @Nullable String contact,
		@Size(max = Plan.LONGEST_DESCRIPTION, message = "{form.description.long}") @Nullable String secretDescription,
		@NotNull(message = "{form.lifetime.missing}") @Min(value = 1, message = "{form.lifetime.missing}") @Max(
				value = 730, message = "{form.lifetime.missing}") Integer lifetimeDays,
		@NotNull(message = "{form.type.missing}") CredentialType credentialType,
		@Nullable String seen) implements PlanForm {

	static WholePlanForm of(Plan plan) {
		return new WholePlanForm(PlanForm.lines(plan.mailboxes()), plan.permissions(), plan.applicationName().value(),
				plan.contact(), plan.secretDescription().value(), plan.lifetimeDays(), plan.credentialType(), null);
	}

	@Override
	public Plan applyTo(Plan plan) {
		return plan
			.withApplication(new PlainName(this.applicationName), Objects.requireNonNullElse(this.contact, "").strip())
			.withCredential(this.credentialType, new PlainName(Objects.requireNonNullElse(this.secretDescription, "")),
					this.lifetimeDays)
			.withPermissions(this.permissions)
			.withMailboxes(PastedMailboxes.parse(Objects.requireNonNullElse(this.mailboxes, "")).addresses());
	}

}
