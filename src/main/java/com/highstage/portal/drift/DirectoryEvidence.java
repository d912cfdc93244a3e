package com.highstage.portal.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Seen.Directory;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * What the directory shows of a connection, beside what was finished.
 *
 * @param connection the connection
 * @param offered the credential that Highstage is offered; null if none is
 * @param directory what was seen
 */
record DirectoryEvidence(Connection connection, @Nullable CredentialVersion offered, Directory directory) {

	List<Evidence> all() {
		List<Evidence> all = new ArrayList<>();
		exists(all);
		if (this.directory.enabled() != null) {
			all.add(evidence(Kind.APPLICATION_DISABLED, this.directory.enabled(), Cause.APPLICATION_DISABLED, ""));
		}
		secret(all);
		consent(all);
		return all;
	}

	private void exists(List<Evidence> all) {
		Boolean application = this.directory.application();
		Boolean principal = this.directory.principal();
		boolean gone = Boolean.FALSE.equals(application) || Boolean.FALSE.equals(principal);
		if (gone || (application != null && principal != null)) {
			all.add(evidence(Kind.APPLICATION_GONE, !gone, Cause.APPLICATION_DELETED,
					String.valueOf(this.connection.application().clientId())));
		}
	}

	private void secret(List<Evidence> all) {
		Set<UUID> keys = this.directory.keys();
		CredentialVersion used = this.offered;
		UUID key = (used != null) ? used.keyId() : null;
		// an expired one may be removed, and its end is told of otherwise
		if (used != null && keys != null && key != null && used.expiresAt().isAfter(this.directory.at())) {
			all.add(evidence(Kind.SECRET_REMOVED, keys.contains(key), Cause.SECRET_REMOVED, key.toString()));
		}
	}

	private void consent(List<Evidence> all) {
		Set<MailPermission> granted = this.directory.granted();
		PassedCheck finished = this.connection.checked();
		if (granted == null || finished == null) {
			return;
		}
		Set<MailPermission> missing = EnumSet.noneOf(MailPermission.class);
		missing.addAll(finished.permissions());
		missing.removeAll(granted);
		all.add(evidence(Kind.CONSENT_WITHDRAWN, missing.isEmpty(), Cause.CONSENT_WITHDRAWN,
				missing.stream().map(MailPermission::role).collect(Collectors.joining(" "))));
	}

	private Evidence evidence(Kind kind, boolean right, Cause cause, String code) {
		Instant at = this.directory.at();
		return right ? Evidence.right(kind, "", Source.VISIT, at)
				: new Evidence(kind, "", Source.VISIT, at, new Explanation(cause.key(), code, ""));
	}

}
