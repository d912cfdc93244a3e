package com.highstage.portal.renewal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Succession;
import com.highstage.portal.credential.Succession.Fate;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.Superseded;
import com.highstage.portal.renewal.Reminders;
import com.highstage.portal.renewal.Retirements;
import com.highstage.portal.renewal.web.RenewalView.Action;
import com.highstage.portal.renewal.web.RenewalView.Stage;
import com.highstage.portal.vault.CredentialSealing;

/**
 * Puts together what the page of the renewal shows.
 */
@Component
class RenewalPages {

	private static final Duration NEAR = Duration.ofDays(60);

	private final Connections connections;

	private final Superseded superseded;

	private final CredentialSealing sealing;

	private final DelegatedTokens tokens;

	private final Told told;

	RenewalPages(Connections connections, Superseded superseded, CredentialSealing sealing, DelegatedTokens tokens,
			Told told) {
		this.connections = connections;
		this.superseded = superseded;
		this.sealing = sealing;
		this.tokens = tokens;
		this.told = told;
	}

	/**
	 * What a person sees.
	 * @param person who looks
	 * @param overview where their organisation stands
	 * @return empty if nothing is connected yet
	 */
	Optional<RenewalView> of(Person person, Overview overview) {
		return this.connections.find(person.tenant())
			.filter((connection) -> connection.finishedAt() != null)
			.map((connection) -> of(person, overview, connection));
	}

	private RenewalView of(Person person, Overview overview, Connection connection) {
		Succession succession = this.superseded.of(connection.id());
		Stage stage = stage(succession, overview);
		boolean may = person.may(Ability.REGISTER);
		List<VersionView> versions = succession.versions()
			.stream()
			.map((version) -> VersionView.of(succession, version))
			.filter((version) -> version.fate() != Fate.IS_GONE)
			.filter((version) -> version.fate() != Fate.HAS_ENDED || version.version().equals(succession.offered()))
			.toList();
		return new RenewalView(stage, action(person, stage, succession, connection), succession.offered(), versions,
				succession.fullUntil().orElse(null), may ? this.told.reminders().of(connection.id()) : List.of(),
				this.told.retirements().setback(connection.id()).orElse(null), isSignedIn(person));
	}

	private Action action(Person person, Stage stage, Succession succession, Connection connection) {
		if (stage == Stage.RENEWING) {
			return Action.WATCH;
		}
		if (!person.may(Ability.REGISTER)) {
			return Action.COLLEAGUE;
		}
		if (this.sealing.provenRecipient().isEmpty()) {
			return Action.UNPROVEN;
		}
		if (connection.application().byHand()) {
			return Action.BY_HAND;
		}
		if (succession.fullUntil().isPresent()) {
			return Action.FULL;
		}
		return isSignedIn(person) ? Action.RENEW : Action.SIGN_IN;
	}

	private boolean isSignedIn(Person person) {
		return person.may(Ability.REGISTER)
				&& this.tokens.find(person.signIn(), Resource.GRAPH_APPLICATIONS).isPresent();
	}

	private static Stage stage(Succession succession, Overview overview) {
		@Nullable CredentialVersion offered = succession.offered();
		boolean proving = succession.versions().stream().anyMatch((each) -> succession.fate(each) == Fate.IS_PROVEN);
		if (overview.isActive() && (proving || isMaking(overview))) {
			return Stage.RENEWING;
		}
		if (offered == null || !offered.isLive(succession.now())) {
			return Stage.DOWN;
		}
		boolean former = succession.versions()
			.stream()
			.map(succession::fate)
			.anyMatch((fate) -> fate == Fate.IS_KEPT || fate == Fate.GOES || fate == Fate.IS_LEFT);
		if (former && !proving) {
			return Stage.RENEWED;
		}
		Instant near = succession.now().plus(NEAR);
		return offered.expiresAt().isAfter(near) ? Stage.FINE : Stage.NEAR;
	}

	// while the steps before are looked up again, and until the secret is made
	private static boolean isMaking(Overview overview) {
		StepState secret = overview.report(Step.SECRET).state();
		boolean refused = secret instanceof StepState.Failed failed && failed.explanation().key().equals("two-secrets");
		return !secret.isDone() && !refused;
	}

	/**
	 * What has been done so far.
	 *
	 * @param reminders who was told
	 * @param retirements how the removal of former secrets went
	 */
	@Component
	record Told(Reminders reminders, Retirements retirements) {

	}

}
