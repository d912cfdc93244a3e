package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.HandMade;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.PasteAnswer.Field;
import com.highstage.portal.onboarding.PasteAnswer.Mistake;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.work.Commands.Command;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.verification.TokenCheck;

/**
 * Takes up what a person made by hand: a token must be issued first, then the secret is
 * sealed.
 */
@Component
class ByHand {

	private final Pasted pasted;

	private final TokenCheck tokens;

	private final CredentialSealing sealing;

	private final ByHandRows rows;

	ByHand(Pasted pasted, TokenCheck tokens, CredentialSealing sealing, ByHandRows rows) {
		this.pasted = pasted;
		this.tokens = tokens;
		this.sealing = sealing;
		this.rows = rows;
	}

	PasteAnswer paste(Person person, HandMade typed) {
		Map<Field, Mistake> mistakes = this.pasted.mistakes(person.tenant(), typed);
		LocalDate expiresOn = typed.expiresOn();
		if (!mistakes.isEmpty() || expiresOn == null) {
			return new PasteAnswer.Mistaken(mistakes);
		}
		if (this.sealing.provenRecipient().isEmpty()) {
			return new PasteAnswer.NotTried(Words.own("recipient-unproven", ""));
		}
		ClientId client = ClientId.parse(typed.clientId().strip());
		ClientSecret secret = new ClientSecret(typed.secret().stripped());
		try {
			AppToken token = this.tokens.ask(person.tenant(), client, secret);
			// at some time of that day, which is what every page goes on to say
			Instant end = expiresOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).minusSeconds(1).toInstant();
			return this.rows.take(person, new Taken(client, token, secret, keyId(typed), end));
		}
		catch (MicrosoftException ex) {
			return Pasted.mistake(ex.failure())
				.<PasteAnswer>map(PasteAnswer.Mistaken::new)
				.orElseGet(() -> new PasteAnswer.NotTried(Words.of(ex)));
		}
	}

	private static @Nullable UUID keyId(HandMade typed) {
		String text = typed.keyId().strip();
		return text.isEmpty() ? null : ClientId.parse(text).value();
	}

	/**
	 * What was pasted and proven.
	 *
	 * @param client the application
	 * @param token what the token says
	 * @param secret the value
	 * @param keyId the secret's id, if it was given
	 * @param end when the secret ends
	 */
	record Taken(ClientId client, AppToken token, ClientSecret secret, @Nullable UUID keyId, Instant end) {

		Set<MailPermission> permissions() {
			Set<MailPermission> found = EnumSet.allOf(MailPermission.class);
			found.removeIf((permission) -> !this.token.roles().contains(permission.role()));
			return found;
		}

	}

	/**
	 * Writes down what was pasted.
	 */
	@Component
	static class ByHandRows {

		private final Commands commands;

		private final Connections connections;

		private final Credentials credentials;

		private final Onboardings onboardings;

		private final StoredSecrets secrets;

		private final Clock clock;

		ByHandRows(Commands commands, Connections connections, Credentials credentials, Onboardings onboardings,
				StoredSecrets secrets, Clock clock) {
			this.commands = commands;
			this.connections = connections;
			this.credentials = credentials;
			this.onboardings = onboardings;
			this.secrets = secrets;
			this.clock = clock;
		}

		PasteAnswer take(Person person, Taken taken) {
			Set<MailPermission> found = taken.permissions();
			Command command = new Command("secret.pasted",
					(journey) -> journey.doneByHand(
							found.isEmpty() ? journey.plan() : journey.plan().withPermissions(found),
							Authority.of(person)),
					(choices) -> Choices.NONE, EnumSet.range(Step.PERMISSIONS, Step.CHECK));
			try {
				return new PasteAnswer.Taken(
						this.commands.begin(person, command, (journey) -> keep(person, journey, taken)));
			}
			catch (DuplicateKeyException ex) {
				Onboarding journey = this.onboardings.latest(person.tenant()).orElseThrow(() -> ex);
				return isKept(journey, taken) ? new PasteAnswer.Taken(journey)
						: new PasteAnswer.Mistaken(Map.of(Field.KEY_ID, Mistake.KEPT_ALREADY));
			}
		}

		// pressed twice
		private boolean isKept(Onboarding journey, Taken taken) {
			return taken.keyId() == null || this.secrets.newest(journey.connection())
				.filter((newest) -> Objects.equals(newest.keyId(), taken.keyId())
						&& newest.expiresAt().equals(taken.end()))
				.isPresent();
		}

		private void keep(Person person, Onboarding journey, Taken taken) {
			Instant now = this.clock.instant();
			// a run under way would go on with another application and its secret
			this.onboardings.freeLease(journey.id());
			this.onboardings.save(journey.id(), StepRecord.untouched(Step.REGISTER).found(new StepState.Done(), now));
			this.onboardings.save(journey.id(), StepRecord.untouched(Step.SECRET).found(new StepState.Done(), now));
			this.credentials.store(taken.secret(), new IssuedCredential(journey.connection(), person.tenant(),
					taken.client(), taken.keyId(), "", taken.end()));
			OurApplication known = this.connections.get(journey.connection()).application();
			String name = taken.client().equals(known.clientId()) ? known.name() : "";
			this.connections.update(journey.connection(),
					new OurApplication(true, true, name, taken.client(), null, taken.token().servicePrincipal()));
		}

	}

}
