package com.highstage.portal.onboarding.work;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;

/**
 * What Microsoft has, as looked up for a page.
 *
 * @param application the application
 * @param roles Exchange Online's roles
 * @param principal the enterprise application
 * @param grants what is granted to it
 * @param exchange how Exchange knows it; empty if Exchange was not asked
 */
record Found(LookedUp<Optional<Application>> application, LookedUp<Optional<MailRoles>> roles,
		LookedUp<Optional<ServicePrincipal>> principal, LookedUp<Set<Grant>> grants,
		LookedUp<Optional<ExchangeFacts>> exchange) {

	@Nullable Application existing() {
		Optional<Application> value = this.application.value();
		return (value != null) ? value.orElse(null) : null;
	}

	@Nullable ServicePrincipal enterprise() {
		Optional<ServicePrincipal> value = this.principal.value();
		return (value != null) ? value.orElse(null) : null;
	}

	@Nullable MailRoles mailRoles() {
		Optional<MailRoles> value = this.roles.value();
		return (value != null) ? value.orElse(null) : null;
	}

	@Nullable ExchangeFacts exchangeFacts() {
		Optional<ExchangeFacts> value = this.exchange.value();
		return (value != null) ? value.orElse(null) : null;
	}

	boolean withoutExchange() {
		return this.roles.value() != null && this.roles.value().isEmpty();
	}

	Set<MailPermission> declared() {
		MailRoles known = mailRoles();
		Application existing = existing();
		return (known != null && existing != null) ? known.declared(existing) : Set.of();
	}

	Set<MailPermission> granted() {
		MailRoles known = mailRoles();
		Set<Grant> all = this.grants.value();
		return (known != null && all != null) ? known.granted(all) : Set.of();
	}

	/**
	 * Why something is not known.
	 * @param lookUps what is needed
	 * @return the first failure; null if all is known
	 */
	static @Nullable Explanation failure(LookedUp<?>... lookUps) {
		for (LookedUp<?> lookUp : lookUps) {
			if (lookUp.failure() != null) {
				return lookUp.failure();
			}
		}
		return null;
	}

}
