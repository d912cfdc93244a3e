package com.highstage.portal.evidence.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.AuditEntries.Entry;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.evidence.Records.WrittenDown;
import com.highstage.portal.evidence.removal.PartRecord;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.registration.AttemptHistory.PastAttempt;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.MailboxCheck;

/**
 * Says what the portal knows in plain names and values; no value of a credential, no
 * token and no link is within its reach.
 */
@Component
class Contents {

	Entries person(Person person) {
		return new Entries().with("name", person.name())
			.with("signInName", person.signInName())
			.with("roles", person.roles().stream().sorted().toList())
			.with("rolesAt", person.rolesAt());
	}

	Entries connection(Connection connection) {
		OurApplication application = connection.application();
		Entries entries = new Entries().with("connectionId", connection.id())
			.with("organisation", connection.organisationName().value())
			.with("tenantId", connection.tenant())
			.with("cloud", connection.cloud())
			.with("generation", connection.generation())
			.with("applicationName", application.name())
			.with("clientId", application.clientId())
			.with("applicationObjectId", application.registration())
			.with("enterpriseApplicationObjectId", application.servicePrincipal())
			.with("byHand", application.byHand())
			.with("adopted", application.adopted())
			.with("shown", connection.shown())
			.with("finishedAt", connection.finishedAt());
		Optional.ofNullable(connection.checked())
			.ifPresent((checked) -> entries.with("checkedAt", checked.at())
				.with("checkedSequence", checked.sequence())
				.with("permissionsInToken", checked.permissions().stream().sorted().toList()));
		return entries;
	}

	Entries journey(Overview overview) {
		Plan plan = overview.plan();
		Onboarding onboarding = overview.onboarding();
		Entries entries = new Entries();
		if (onboarding != null) {
			entries.with("onboardingId", onboarding.id())
				.with("status", onboarding.status())
				.with("mode", onboarding.mode())
				.with("goal", onboarding.goal())
				.with("express", onboarding.express())
				.with("startedBy", onboarding.starterName())
				.with("startedAt", onboarding.startedAt());
		}
		return entries.with("contact", plan.contact())
			.with("permissions", plan.permissions().stream().sorted().toList())
			.with("credentialType", plan.credentialType())
			.with("lifetimeDays", plan.lifetimeDays())
			.with("finished", overview.finished())
			.with("steps", overview.steps().stream().map(Contents::step).toList());
	}

	private static Entries step(Overview.Report report) {
		Entries entries = new Entries().with("step", report.step())
			.with("state", report.state().key())
			.with("lookedUpAt", report.lookedUpAt());
		return switch (report.state()) {
			case StepState.NotStarted() -> entries;
			case StepState.Running() -> entries;
			case StepState.Done() -> entries;
			case StepState.WaitingForMicrosoft waiting ->
				entries.with("since", waiting.since()).with("nextLook", waiting.nextLook()).with(waiting.explanation());
			case StepState.WaitingForColleague waiting ->
				entries.with("since", waiting.since()).with("needs", waiting.needs());
			case StepState.WaitingForYou waiting ->
				entries.with("since", waiting.since()).with("reason", waiting.reason()).with(waiting.explanation());
			case StepState.Failed failed -> entries.with(failed.explanation());
			case StepState.NotChecked notChecked -> entries.with(notChecked.explanation());
		};
	}

	List<Entries> credentials(List<CredentialVersion> versions) {
		return versions.stream()
			.map((version) -> new Entries().with("sequence", version.sequence())
				.with("type", version.type())
				.with("keyId", version.keyId())
				.with("description", version.description())
				.with("state", version.state())
				.with("createdAt", version.createdAt())
				.with("expiresAt", version.expiresAt()))
			.toList();
	}

	Entries exchange(ExchangeFacts facts) {
		return new Entries().with("state", facts.state())
			.with("registeredUnder", facts.found())
			.with("otherApplication", facts.other())
			.with("lookedUpAt", facts.lookedUpAt());
	}

	List<Entries> mailboxes(List<MailboxList.Entry> mailboxes) {
		return mailboxes.stream().map((entry) -> {
			ChosenMailbox mailbox = entry.mailbox();
			return new Entries().with("address", mailbox.address())
				.with("type", mailbox.type())
				.with("access", mailbox.access())
				.with("openedAt", mailbox.openedAt())
				.with("givenByPortal", mailbox.ours())
				.with("switches", mailbox.switches())
				.with("smtpOffInOrganisation", mailbox.smtpOff())
				.with("lookedUpAt", mailbox.lookedUpAt())
				.with(mailbox.explanation())
				.with("checks", entry.checks().stream().map(Contents::check).toList());
		}).toList();
	}

	private static Entries check(MailboxCheck check) {
		return new Entries().with("protocol", check.protocol())
			.with("result", check.result().key())
			.with("verifiedAt", check.verifiedAt())
			.with("tries", check.tries())
			.with(explanation(check.result()).orElse(null));
	}

	private static Optional<Explanation> explanation(CheckResult result) {
		return switch (result) {
			case CheckResult.Passed ignored -> Optional.empty();
			case CheckResult.Failed failed -> Optional.of(failed.explanation());
			case CheckResult.Waiting waiting -> Optional.ofNullable(waiting.explanation());
			case CheckResult.NotChecked notChecked -> Optional.of(notChecked.explanation());
		};
	}

	List<Entries> attempts(WrittenDown written) {
		return written.attempts().stream().map(Contents::attempt).toList();
	}

	private static Entries attempt(PastAttempt past) {
		return new Entries().with("at", past.attempt().startedAt())
			.with("attempt", past.attempt().id())
			.with("step", past.step())
			.with("call", past.attempt().call())
			.with("subject", past.attempt().subject())
			.with("state", past.state())
			.with("endedAt", past.endedAt())
			.with("code", past.code())
			.withRequestId(past.reference());
	}

	List<Entries> audit(WrittenDown written) {
		return written.entries().stream().map(Contents::entry).toList();
	}

	private static Entries entry(Entry entry) {
		Entries details = new Entries();
		entry.details().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach((detail) -> {
			if (detail.getKey().equals("reference")) {
				details.withRequestId(detail.getValue());
			}
			else {
				details.with(detail.getKey(), detail.getValue());
			}
		});
		return new Entries().with("sequence", entry.sequence())
			.with("at", entry.at())
			.with("actor", entry.actorKind())
			.with("actorId", entry.actorId())
			.with("actorName", entry.actorName())
			.with("action", entry.action())
			.with("subject", entry.subject())
			.with("refused", entry.refused())
			.with("details", details);
	}

	Entries removal(Removal.Standing standing) {
		return new Entries().with("removalId", standing.removal().id())
			.with("startedBy", standing.removal().start().name())
			.with("byHighstage", standing.removal().start().vendor())
			.with("reason", standing.removal().start().reason())
			.with("startedAt", standing.removal().start().at())
			.with("endedAt", standing.removal().endedAt())
			.with("mailboxes", standing.removal().scope().mailboxes().size())
			.with("closed", standing.closed())
			.with("parts", standing.parts().stream().map(Contents::part).toList());
	}

	private static Entries part(PartRecord part) {
		return new Entries().with("part", part.part())
			.with("state", part.state().key())
			.with("since", part.since())
			.with("nextLook", part.nextLook())
			.with("tries", part.tries())
			.with("lookedUpAt", part.lookedUpAt())
			.with(part.explanation());
	}

	/**
	 * The names that may stand anywhere in the bundle.
	 * @param person who asks
	 * @param connection the connection
	 * @param written what was written down
	 * @param mailboxes the mailboxes
	 * @return the names
	 */
	List<String> names(Person person, Connection connection, WrittenDown written, List<MailboxList.Entry> mailboxes) {
		return Stream.of(
				Stream.of(person.name(), person.organisationName(), connection.organisationName().value(),
						connection.application().name()),
				written.entries().stream().filter((entry) -> entry.actorKind().equals("PERSON")).map(Entry::actorName),
				written.credentials().stream().map(CredentialVersion::description),
				mailboxes.stream().map((entry) -> entry.mailbox().displayName().value()))
			.flatMap((names) -> names)
			.distinct()
			.toList();
	}

}
