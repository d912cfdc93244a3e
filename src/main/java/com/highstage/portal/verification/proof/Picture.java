package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxCheck;
import com.highstage.portal.verification.MailboxProof.Standing;
import com.highstage.portal.verification.proof.StoredCheck.State;

/**
 * Where the checks of a connection stand, and which of them are due.
 *
 * @param known what is known of the connection
 * @param chosen the chosen protocols, IMAP first
 * @param stored the stored checks by mailbox and protocol
 */
record Picture(Known known, Set<MailPermission> chosen, Map<MailboxAddress, Map<MailPermission, StoredCheck>> stored) {

	static Picture of(Known known, Set<MailPermission> chosen, Collection<StoredCheck> stored) {
		Set<MailPermission> ordered = EnumSet.noneOf(MailPermission.class);
		ordered.addAll(chosen);
		return new Picture(known, ordered,
				stored.stream()
					.collect(Collectors.groupingBy(StoredCheck::address,
							Collectors.toMap(StoredCheck::protocol, Function.identity()))));
	}

	List<MailboxCheck> checks() {
		return all().stream()
			.map((check) -> new MailboxCheck(this.known.connection(), check.address(), check.protocol(), check.result(),
					check.verifiedAt(), check.tries()))
			.toList();
	}

	Standing standing() {
		List<StoredCheck> all = all();
		Set<MailPermission> proven = EnumSet.noneOf(MailPermission.class);
		all.stream().filter(this::isProven).map(StoredCheck::protocol).forEach(proven::add);
		int passed = count(all, this::isProven);
		int failed = count(all, (check) -> check.state() == State.FAILED);
		Instant nextLook = all.stream()
			.map(this::nextLook)
			.filter(Objects::nonNull)
			.min(Instant::compareTo)
			.orElse(null);
		return new Standing(passed, failed, all.size() - passed - failed, proven, nextLook);
	}

	/**
	 * The mailboxes at which a login is due, each with every protocol that is not proven:
	 * IMAP's answer is needed to understand the others.
	 * @param longestWait how long a failed check is left alone unless somebody asks
	 * @return the visits, by address
	 */
	List<Visit> due(Duration longestWait) {
		List<Visit> visits = new ArrayList<>();
		for (ChosenMailbox mailbox : this.known.wanted()) {
			List<StoredCheck> checks = checks(mailbox);
			if (checks.stream().anyMatch((check) -> isDue(check, mailbox, longestWait))) {
				visits.add(new Visit(mailbox, checks,
						checks.stream()
							.filter((check) -> !isProven(check) || isPast(check.nextLook()))
							.map(StoredCheck::protocol)
							.collect(Collectors.toSet())));
			}
		}
		return visits;
	}

	private boolean isDue(StoredCheck check, ChosenMailbox mailbox, Duration longestWait) {
		if (check.state() == State.FAILED && check.nextLook() == null) {
			// somebody may have mended it elsewhere, or access was given since
			return check.checkedAt() == null || isPast(check.checkedAt().plus(longestWait))
					|| (mailbox.openedAt() != null && mailbox.openedAt().isAfter(check.checkedAt()));
		}
		return isPast(nextLook(check));
	}

	private @Nullable Instant nextLook(StoredCheck check) {
		boolean settled = check.state() == State.FAILED || isProven(check);
		return (settled || check.nextLook() != null) ? check.nextLook() : this.known.now();
	}

	private boolean isPast(@Nullable Instant instant) {
		return instant != null && !instant.isAfter(this.known.now());
	}

	private boolean isProven(StoredCheck check) {
		return check.isProven(this.known.sequence());
	}

	private List<StoredCheck> all() {
		return this.known.wanted().stream().flatMap((mailbox) -> checks(mailbox).stream()).toList();
	}

	private List<StoredCheck> checks(ChosenMailbox mailbox) {
		Map<MailPermission, StoredCheck> existing = this.stored.getOrDefault(mailbox.address(), Map.of());
		return this.chosen.stream()
			.map((protocol) -> existing.getOrDefault(protocol, StoredCheck.untried(mailbox.address(), protocol)))
			.toList();
	}

	private static int count(List<StoredCheck> checks, Predicate<StoredCheck> filter) {
		return Math.toIntExact(checks.stream().filter(filter).count());
	}

	/**
	 * A mailbox at which logins are due.
	 *
	 * @param mailbox the mailbox
	 * @param checks what is known over each chosen protocol, IMAP first
	 * @param toTry the protocols to try
	 */
	record Visit(ChosenMailbox mailbox, List<StoredCheck> checks, Set<MailPermission> toTry) {

		/**
		 * When the mailbox was tried last.
		 * @return the beginning of time if it was not
		 */
		Instant triedAt() {
			return this.checks.stream()
				.map((check) -> Objects.requireNonNullElse(check.checkedAt(), Instant.EPOCH))
				.min(Instant::compareTo)
				.orElse(Instant.EPOCH);
		}

	}

}
