package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.Remedy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mailbox that is all right and long since, until something is changed.
 */
final class Patient {

	static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

	static final Instant NEXT = NOW.plusSeconds(60);

	static final Instant LONG_AGO = NOW.minus(Duration.ofDays(3));

	static final ConnectionId CONNECTION = new ConnectionId(UUID.fromString("00000000-0000-4000-8000-00000000c000"));

	static final ObjectId ENTERPRISE_APPLICATION = ObjectId.parse("00000000-0000-4000-8000-00000000e000");

	static final ObjectId REGISTRATION = ObjectId.parse("00000000-0000-4000-8000-00000000f000");

	private final Map<MailPermission, MailLogin> logins = new EnumMap<>(MailPermission.class);

	private ExchangeFacts exchange = new ExchangeFacts(ExchangeFacts.State.REGISTERED, ENTERPRISE_APPLICATION, null,
			LONG_AGO);

	private Access access = Access.OPEN;

	private @Nullable Switches switches = new Switches(true, true, false);

	private @Nullable Cause noted;

	private Set<MailPermission> roles = Set.of(MailPermission.values());

	private Ages ages = new Ages(LONG_AGO, LONG_AGO, LONG_AGO, LONG_AGO, null);

	Patient answers(MailPermission protocol, MailLogin login) {
		this.logins.put(protocol, login);
		return this;
	}

	Patient exchange(ExchangeFacts.State state, @Nullable ObjectId found, @Nullable ClientId other) {
		this.exchange = new ExchangeFacts(state, found, other, LONG_AGO);
		return this;
	}

	Patient access(Access changed) {
		this.access = changed;
		return this;
	}

	Patient switches(Switches changed) {
		this.switches = changed;
		return this;
	}

	Patient noted(Cause cause) {
		this.noted = cause;
		return this;
	}

	Patient roles(MailPermission... granted) {
		this.roles = Set.of(granted);
		return this;
	}

	Patient ages(Ages changed) {
		this.ages = changed;
		return this;
	}

	/**
	 * As it is where a script does the mailboxes.
	 * @param refusedSince when the first login was refused
	 * @return this
	 */
	Patient neverLookedUp(@Nullable Instant refusedSince) {
		this.exchange = ExchangeFacts.UNKNOWN;
		this.access = Access.UNKNOWN;
		this.switches = null;
		this.ages = new Ages(LONG_AGO, null, null, null, refusedSince);
		return this;
	}

	CheckResult found(MailPermission protocol) {
		Symptoms symptoms = new Symptoms(token(this.roles), this.exchange, mailbox(), this.logins, this.ages, NOW);
		return new Diagnosis(symptoms, Duration.ofHours(2), NEXT).of(protocol);
	}

	void fails(MailPermission protocol, Cause cause, Remedy... remedies) {
		assertThat(found(protocol)).isInstanceOfSatisfying(CheckResult.Failed.class, (found) -> {
			assertThat(found.explanation().key()).isEqualTo(cause.key());
			assertThat(found.remedies()).isEqualTo(Arrays.asList(remedies));
			assertThat(found.at()).isEqualTo(NOW);
		});
	}

	void waits(MailPermission protocol, Cause cause, Instant since) {
		assertThat(found(protocol)).isInstanceOfSatisfying(CheckResult.Waiting.class, (found) -> {
			assertThat(found.explanation()).extracting(Explanation::key).isEqualTo(cause.key());
			assertThat(found.since()).isEqualTo(since);
			assertThat(found.nextLook()).isEqualTo(NEXT);
		});
	}

	private ChosenMailbox mailbox() {
		return new ChosenMailbox(CONNECTION, new MailboxAddress("sales@contoso.example"), null, new PlainName("Sales"),
				"SharedMailbox", true, this.access, this.ages.opened(), true, this.switches, false,
				(this.noted != null) ? Explanations.of(this.noted) : null, LONG_AGO);
	}

	static AppToken token(Set<MailPermission> permissions) {
		return new AppToken(Secret.of("token"),
				permissions.stream().map(MailPermission::role).collect(Collectors.toSet()), ENTERPRISE_APPLICATION,
				"https://outlook.office365.com", new TenantId(UUID.fromString("00000000-0000-4000-8000-00000000a000")),
				NOW.plus(Duration.ofHours(1)));
	}

	static AppToken token() {
		return token(Arrays.stream(MailPermission.values()).collect(Collectors.toSet()));
	}

}
