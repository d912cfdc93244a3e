package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.MailboxCount;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.onboarding.Facts;
import com.highstage.portal.onboarding.Facts.ApplicationFacts;
import com.highstage.portal.onboarding.Facts.Difference;
import com.highstage.portal.onboarding.Facts.Difference.Kind;
import com.highstage.portal.onboarding.Facts.MailboxFacts;
import com.highstage.portal.onboarding.Facts.SecretFacts;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.verification.MailboxProof.Standing;

/**
 * Collects the facts that pages show.
 */
final class FactsOf {

	private static final Duration A_DAY = Duration.ofDays(1);

	private static final String SINGLE_TENANT = "AzureADMyOrg";

	private FactsOf() {
	}

	static Facts of(Background background, @Nullable Found found) {
		Connection connection = background.connection();
		PassedCheck passed = (connection != null) ? connection.checked() : null;
		boolean declared = background.step(Step.PERMISSIONS).state().isDone();
		boolean granted = background.step(Step.CONSENT).state().isDone();
		Set<MailPermission> chosen = background.plan().permissions();
		return new Facts(application(background, found), secret(background),
				(found != null) ? found.declared() : declared ? chosen : Set.of(),
				(found != null) ? found.granted() : granted ? chosen : Set.of(),
				(passed != null) ? passed.permissions() : EnumSet.noneOf(MailPermission.class), mailboxes(background));
	}

	private static MailboxFacts mailboxes(Background background) {
		Standing standing = background.standing();
		MailboxCount count = background.mailboxes();
		return new MailboxFacts(count.total(), count.of(Access.OPEN),
				standing.passed() + standing.failed() + standing.waiting(), standing.passed());
	}

	private static @Nullable ApplicationFacts application(Background background, @Nullable Found found) {
		Connection connection = background.connection();
		OurApplication known = (connection != null) ? connection.application() : OurApplication.UNKNOWN;
		Application existing = (found != null) ? found.existing() : null;
		if (existing != null && found != null) {
			ServicePrincipal principal = found.enterprise();
			boolean adopted = known.adopted() || known.clientId() == null;
			return new ApplicationFacts(existing.displayName(), existing.clientId(), existing.id(),
					(principal != null) ? principal.id() : null, adopted,
					adopted ? differences(existing, found, background) : List.of());
		}
		ClientId client = known.clientId();
		ObjectId principal = known.servicePrincipal();
		return (client != null) ? new ApplicationFacts(known.name(), client, known.registration(), principal,
				known.adopted(), List.of()) : null;
	}

	private static @Nullable SecretFacts secret(Background background) {
		CredentialVersion newest = background.credential();
		if (newest == null) {
			return null;
		}
		Plan plan = background.plan();
		boolean otherwise = newest.type() != plan.credentialType() || newest.createdAt()
			.plus(Duration.ofDays(plan.lifetimeDays()))
			.minus(A_DAY)
			.isAfter(newest.expiresAt());
		// who pasted a secret decided how long it lasts
		boolean shortened = otherwise && !background.byHand();
		return new SecretFacts(newest.type(), newest.keyId(), newest.description(), newest.expiresAt(), shortened);
	}

	private static List<Difference> differences(Application existing, Found found, Background background) {
		List<Difference> all = new ArrayList<>();
		Plan plan = background.plan();
		String name = plan.applicationName().value();
		if (background.onboarding() != null && !existing.displayName().equals(name)) {
			all.add(new Difference(Kind.NAME, existing.displayName(), name));
		}
		if (!SINGLE_TENANT.equals(existing.signInAudience())) {
			all.add(new Difference(Kind.AUDIENCE, existing.signInAudience(), ""));
		}
		plan.permissions()
			.stream()
			.filter((permission) -> !found.declared().contains(permission))
			.forEach((permission) -> all.add(new Difference(Kind.MISSING_PERMISSION, "", permission.role())));
		if (found.mailRoles() != null) {
			existing.declared()
				.stream()
				.filter((permission) -> !found.mailRoles().declarations(found.declared()).contains(permission))
				.forEach(
						(permission) -> all.add(new Difference(Kind.OTHER_PERMISSION, permission.id().toString(), "")));
		}
		CredentialVersion ours = background.credential();
		Stream.concat(existing.passwords().stream(), existing.certificates().stream())
			.filter((key) -> ours == null || !key.keyId().equals(ours.keyId()))
			.forEach((key) -> all.add(new Difference(Kind.OTHER_CREDENTIAL, key.displayName(), "")));
		return all;
	}

}
