package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.consent.Permissions;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.AttemptHistory;
import com.highstage.portal.registration.AttemptHistory.PastAttempt;
import com.highstage.portal.tenant.ObjectId;

/**
 * Revokes the mail permissions: all of them where the application goes, else only those
 * that the portal granted. Where Microsoft refuses, the removal goes on: with the
 * application its permissions go, too.
 */
@Component
class PermissionsPart implements PartWork {

	private static final int ALL = 10_000;

	private final Permissions permissions;

	private final AttemptHistory history;

	private final Clock clock;

	PermissionsPart(Permissions permissions, AttemptHistory history, Clock clock) {
		this.permissions = permissions;
		this.history = history;
		this.clock = clock;
	}

	@Override
	public Part part() {
		return Part.PERMISSIONS;
	}

	@Override
	public PartRecord advance(RemovalRun run, PartRecord before) {
		ObjectId principal = run.connection().application().servicePrincipal();
		if (principal == null) {
			return before.done(this.clock.instant());
		}
		boolean gone;
		try {
			gone = this.permissions.roles(run.delegation()).map((roles) -> revoke(run, principal, roles)).orElse(true);
		}
		catch (MicrosoftException ex) {
			if (ex.failure().kind() != Failure.Kind.TELL_ADMIN) {
				throw ex;
			}
			return before.left(Explanations.of(ex.failure()), this.clock.instant());
		}
		Instant now = this.clock.instant();
		return gone ? before.done(now) : before.later(Waits.next(now, before, null), null, now);
	}

	/**
	 * Revokes what is there and looks again.
	 * @param run the run
	 * @param principal the enterprise application
	 * @param roles the roles of Exchange Online
	 * @return whether Microsoft said that nothing is left
	 */
	private boolean revoke(RemovalRun run, ObjectId principal, MailRoles roles) {
		Set<Grant> grants = grants(run, principal);
		List<PastAttempt> made = this.history.of(run.connection().id(), ALL);
		List<MailPermission> leaving = roles.granted(grants)
			.stream()
			.filter((permission) -> run.removal().scope().ours() || isOurs(made, permission))
			.toList();
		leaving.forEach((permission) -> this.permissions.revoke(run.work(part()), grants, roles, permission));
		return leaving.isEmpty() || roles.granted(grants(run, principal)).stream().noneMatch(leaving::contains);
	}

	private Set<Grant> grants(RemovalRun run, ObjectId principal) {
		try {
			return this.permissions.grants(run.delegation(), principal);
		}
		catch (MicrosoftException ex) {
			if (ex.failure().kind() == Failure.Kind.NOT_FOUND) {
				return Set.of();
			}
			throw ex;
		}
	}

	private static boolean isOurs(List<PastAttempt> made, MailPermission permission) {
		return made.stream()
			.anyMatch((past) -> past.mayHaveMade(Call.GRANT) && past.attempt().subject().endsWith(permission.role()));
	}

}
