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
import com.highstage.portal.renewal.web.RenewalView.Down;
import com.highstage.portal.renewal.web.RenewalView.Stage;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Troubles;

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
		@Nullable Down down = down(succession, connection);
		Stage stage = isRenewing(succession, overview) ? Stage.RENEWING : stage(succession, down);
		boolean may = person.may(Ability.REGISTER);
		List<VersionView> versions = succession.versions()
			.stream()
			.map((version) -> VersionView.of(succession, version))
			.filter((version) -> version.fate() != Fate.IS_GONE)
			.filter((version) -> version.fate() != Fate.HAS_ENDED || version.version().equals(succession.offered()))
			.toList();
		return new RenewalView(stage, action(person, stage, succession, connection), down, succession.offered(),
				versions, succession.fullUntil().orElse(null),
				may ? this.told.reminders().of(connection.id()) : List.of(),
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

	// it has ended, or somebody has seen that it is gone or refused
	private @Nullable Down down(Succession succession, Connection connection) {
		@Nullable CredentialVersion offered = succession.offered();
		if (offered != null && !offered.isLive(succession.now())) {
			return new Down(offered.expiresAt(), true);
		}
		return this.told.troubles()
			.of(connection.id())
			.stream()
			.filter((trouble) -> trouble.kind() == Kind.SECRET_ENDED || trouble.kind() == Kind.SECRET_REMOVED)
			.findFirst()
			.map((trouble) -> new Down(trouble.since(), false))
			.orElse(null);
	}

	private static boolean isRenewing(Succession succession, Overview overview) {
		return overview.isActive() && (isProving(succession) || isMaking(overview));
	}

	/**
	 * Where the secret stands while nobody is at it.
	 * @param succession its versions
	 * @param down why it no longer works; null if it does
	 * @return the stage
	 */
	static Stage stage(Succession succession, @Nullable Down down) {
		@Nullable CredentialVersion offered = succession.offered();
		if (offered == null || down != null) {
			return Stage.DOWN;
		}
		boolean near = !offered.expiresAt().isAfter(succession.now().plus(NEAR));
		if (hasFormer(succession) && !isProving(succession) && !(near && isOld(succession, offered))) {
			return Stage.RENEWED;
		}
		return near ? Stage.NEAR : Stage.FINE;
	}

	private static boolean isProving(Succession succession) {
		return succession.versions().stream().anyMatch((each) -> succession.fate(each) == Fate.IS_PROVEN);
	}

	private static boolean hasFormer(Succession succession) {
		return succession.versions()
			.stream()
			.filter((version) -> version.isLive(succession.now()))
			.map(succession::fate)
			.anyMatch((fate) -> fate == Fate.IS_KEPT || fate == Fate.GOES || fate == Fate.IS_LEFT);
	}

	// whom a reminder of its end leads here has not just renewed it
	private static boolean isOld(Succession succession, CredentialVersion offered) {
		@Nullable Instant at = offered.handover().offeredAt();
		return at == null || !at.plus(succession.overlap()).isAfter(succession.now());
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
	 * @param troubles what was noticed of the one that is used
	 */
	@Component
	record Told(Reminders reminders, Retirements retirements, Troubles troubles) {

	}

}
