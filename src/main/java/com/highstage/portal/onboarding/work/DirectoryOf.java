package com.highstage.portal.onboarding.work;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.onboarding.Seen;
import com.highstage.portal.registration.Connection.OurApplication;

/**
 * Reads from what was looked up for a page what the directory holds of a connection.
 *
 * @param found what was looked up
 * @param ours the application as it was when the connection was finished
 */
record DirectoryOf(Found found, OurApplication ours) {

	Seen.Directory at(Instant asked) {
		return new Seen.Directory(asked, application(), principal(), enabled(), keys(), granted());
	}

	private @Nullable Boolean application() {
		Optional<Application> found = this.found.application().value();
		return (found != null) ? found.filter(this::isOurs).isPresent() : null;
	}

	private boolean isOurs(Application application) {
		return application.clientId().equals(this.ours.clientId());
	}

	private @Nullable Boolean principal() {
		Optional<ServicePrincipal> found = this.found.principal().value();
		return (found != null) ? found.filter(this::isOurs).isPresent() : null;
	}

	private boolean isOurs(ServicePrincipal principal) {
		return principal.id().equals(this.ours.servicePrincipal());
	}

	private @Nullable Boolean enabled() {
		ServicePrincipal principal = this.found.enterprise();
		return (principal != null && isOurs(principal)) ? principal.enabled() : null;
	}

	private @Nullable Set<UUID> keys() {
		Application application = this.found.existing();
		return (application != null && isOurs(application))
				? Stream.concat(application.passwords().stream(), application.certificates().stream())
					.map((key) -> key.keyId())
					.collect(Collectors.toSet())
				: null;
	}

	private @Nullable Set<MailPermission> granted() {
		boolean known = this.found.mailRoles() != null && this.found.grants().value() != null;
		return (known && Boolean.TRUE.equals(principal())) ? this.found.granted() : null;
	}

}
