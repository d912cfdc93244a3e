package com.highstage.portal.onboarding.work;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.stereotype.Component;

import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.consent.Permissions;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.Registrar;
import com.highstage.portal.site.SameReference;
import com.highstage.portal.verification.TokenCheck;
import com.highstage.portal.verification.TokenResult;

/**
 * Looks up what the steps of a run need, once in a run.
 */
@Component
class LookUps {

	private final Registrar registrar;

	private final Permissions permissions;

	private final Connections connections;

	private final TokenCheck tokens;

	LookUps(Registrar registrar, Permissions permissions, Connections connections, TokenCheck tokens) {
		this.registrar = registrar;
		this.permissions = permissions;
		this.connections = connections;
		this.tokens = tokens;
	}

	/**
	 * Looks for the application and for Exchange Online at the same time.
	 * @param run the run
	 * @return what was found
	 */
	Ground ground(Run run) {
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			CompletableFuture<Optional<Application>> application = CompletableFuture
				.supplyAsync(() -> this.registrar.find(run.delegation(), run.connection()), SameReference.in(threads));
			CompletableFuture<Optional<MailRoles>> roles = CompletableFuture
				.supplyAsync(() -> this.permissions.roles(run.delegation()), SameReference.in(threads));
			return new Ground(application.join(), roles.join());
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof MicrosoftException refused) ? refused : ex;
		}
	}

	Application application(Run run) {
		Application known = run.application();
		if (known != null) {
			return known;
		}
		Application found = this.registrar.find(run.delegation(), run.connection())
			.orElseThrow(ApplicationGoneException::new);
		run.application(found);
		return found;
	}

	MailRoles roles(Run run) {
		MailRoles known = run.roles();
		if (known != null) {
			return known;
		}
		MailRoles found = this.permissions.roles(run.delegation()).orElseThrow(ApplicationGoneException::new);
		run.roles(found);
		return found;
	}

	TokenResult tokens(Run run) {
		TokenResult known = run.tokens();
		if (known != null) {
			return known;
		}
		TokenResult found = this.tokens.check(this.connections.get(run.connection().id()), run.chosen());
		run.tokens(found);
		return found;
	}

	/**
	 * Tokens to log in with: asked for even if the check has passed before.
	 * @param run the run
	 * @return what was found
	 */
	TokenResult freshTokens(Run run) {
		if (run.tokens() instanceof TokenResult.Passed passed && passed.token() != null) {
			return passed;
		}
		TokenResult found = this.tokens.fresh(this.connections.get(run.connection().id()), run.chosen());
		run.tokens(found);
		return found;
	}

	void refreshConnection(Run run) {
		run.connection(this.connections.get(run.connection().id()));
	}

	/**
	 * What a registration stands on.
	 *
	 * @param application the application, if it exists
	 * @param roles Exchange Online's roles, if the organisation has it
	 */
	record Ground(Optional<Application> application, Optional<MailRoles> roles) {

	}

}
