package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.consent.Permissions;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Registrar;
import com.highstage.portal.site.SameReference;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * Asks Microsoft for a page: everything at once that is not needed for the rest, and for
 * a few seconds at most.
 */
@Component
class Ask implements DisposableBean {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Registrar registrar;

	private final Permissions permissions;

	private final MailboxAccess access;

	private final OnboardingProperties properties;

	private final Clock clock;

	Ask(Registrar registrar, Permissions permissions, MailboxAccess access, OnboardingProperties properties,
			Clock clock) {
		this.registrar = registrar;
		this.permissions = permissions;
		this.access = access;
		this.properties = properties;
		this.clock = clock;
	}

	Found microsoft(Delegation delegation, Connection connection, Exchange exchange) {
		CompletableFuture<Optional<Application>> application = begin(() -> this.registrar.find(delegation, connection));
		CompletableFuture<Optional<MailRoles>> roles = begin(() -> this.permissions.roles(delegation));
		CompletableFuture<Optional<ServicePrincipal>> principal = principal(delegation, connection, application);
		CompletableFuture<Set<Grant>> grants = grants(delegation, connection, principal);
		CompletableFuture<Optional<ExchangeFacts>> known = begin(() -> facts(delegation, connection, exchange));
		Instant end = this.clock.instant().plus(this.properties.lookUpLimit());
		return new Found(LookedUp.within(application, left(end)), LookedUp.within(roles, left(end)),
				LookedUp.within(principal, left(end)), LookedUp.within(grants, left(end)),
				LookedUp.within(known, left(end)));
	}

	/**
	 * Asks Exchange alone, for somebody who needs nothing else; what was found stands in
	 * the mailboxes' rows.
	 * @param delegation whose authority
	 * @param connection the connection
	 * @param exchange whether it is asked
	 */
	void exchange(Delegation delegation, Connection connection, Exchange exchange) {
		LookedUp.within(begin(() -> facts(delegation, connection, exchange)), this.properties.lookUpLimit());
	}

	private Optional<ExchangeFacts> facts(Delegation delegation, Connection connection, Exchange exchange) {
		return exchange.asked() ? Optional.of(this.access.look(delegation, connection, exchange.permissions()))
				: Optional.empty();
	}

	private CompletableFuture<Optional<ServicePrincipal>> principal(Delegation delegation, Connection connection,
			CompletableFuture<Optional<Application>> application) {
		ClientId known = connection.application().clientId();
		if (known != null) {
			return begin(() -> this.registrar.findPrincipal(delegation, known));
		}
		return application.thenApplyAsync(
				(found) -> found.flatMap((it) -> this.registrar.findPrincipal(delegation, it.clientId())),
				SameReference.in(this.threads));
	}

	private CompletableFuture<Set<Grant>> grants(Delegation delegation, Connection connection,
			CompletableFuture<Optional<ServicePrincipal>> principal) {
		ObjectId known = connection.application().servicePrincipal();
		if (known != null) {
			return begin(() -> this.permissions.grants(delegation, known));
		}
		return principal.thenApplyAsync(
				(found) -> found.map((it) -> this.permissions.grants(delegation, it.id())).orElse(Set.of()),
				SameReference.in(this.threads));
	}

	private <T> CompletableFuture<T> begin(Supplier<T> lookUp) {
		return CompletableFuture.supplyAsync(lookUp, SameReference.in(this.threads));
	}

	private Duration left(Instant end) {
		Duration left = Duration.between(this.clock.instant(), end);
		return left.isNegative() ? Duration.ZERO : left;
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	/**
	 * Whether Exchange is asked too.
	 *
	 * @param asked true if the person may, and there is something to ask about
	 * @param permissions the chosen protocols
	 */
	record Exchange(boolean asked, Set<MailPermission> permissions) {

	}

}
