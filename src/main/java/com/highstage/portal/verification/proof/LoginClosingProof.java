package com.highstage.portal.verification.proof;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.stereotype.Service;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.ClosingProof;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.VerificationProperties;

/**
 * The proof by logins that mailboxes are closed. SMTP has no part in it: it says the same
 * whatever the reason, and a mailbox that cannot be read need not be closed for sending.
 */
@Service
class LoginClosingProof implements ClosingProof {

	/** The others come next, after what people asked for meanwhile. */
	private static final int MOST_IN_A_RUN = 20;

	private final MailboxProof proof;

	private final MailLogins logins;

	private final ClosingRows rows;

	private final JdbcClosingLooks looks;

	private final VerificationProperties properties;

	private final BackOff backOff;

	LoginClosingProof(MailboxProof proof, MailLogins logins, ClosingRows rows, JdbcClosingLooks looks,
			VerificationProperties properties) {
		this.proof = proof;
		this.logins = logins;
		this.rows = rows;
		this.looks = looks;
		this.properties = properties;
		this.backOff = new BackOff(properties);
	}

	@Override
	public Optional<Instant> look(Connection connection, Set<MailPermission> chosen,
			Supplier<Optional<AppToken>> tokens, Work.Lease lease) {
		List<ClosingLook> open = this.rows.of(connection);
		Map<MailPermission, MailboxAddress> others = open.isEmpty() ? Map.of() : others(connection, chosen);
		if (others.isEmpty()) {
			return Optional.empty();
		}
		Instant now = this.rows.now();
		List<ClosingLook> due = open.stream()
			.filter((look) -> look.isDue(now))
			.sorted(Comparator.comparing(ClosingLook::nextLook))
			.limit(MOST_IN_A_RUN)
			.toList();
		if (!due.isEmpty()) {
			visit(connection, lease, due, tokens.get().map((token) -> new Round(token, others, this.logins)));
		}
		return this.rows.of(connection).stream().map(ClosingLook::nextLook).min(Instant::compareTo);
	}

	@Override
	public boolean isUnderWay(Connection connection, Set<MailPermission> chosen) {
		return !this.rows.of(connection).isEmpty() && !others(connection, chosen).isEmpty();
	}

	@Override
	public void again(ConnectionId connection) {
		this.looks.again(connection, this.rows.now());
	}

	// those that open: while one of them does, a refusal elsewhere says something
	private Map<MailPermission, MailboxAddress> others(Connection connection, Set<MailPermission> chosen) {
		Map<MailPermission, MailboxAddress> others = new EnumMap<>(MailPermission.class);
		this.proof.checks(connection, chosen)
			.stream()
			.filter((check) -> check.protocol() != MailPermission.SMTP)
			.filter((check) -> check.result() instanceof CheckResult.Passed)
			.forEach((check) -> others.putIfAbsent(check.protocol(), check.address()));
		return others;
	}

	private void visit(Connection connection, Work.Lease lease, List<ClosingLook> due, Optional<Round> round) {
		boolean answered = round.isPresent();
		for (ClosingLook look : due) {
			Instant startedAt = this.rows.now();
			Shown shown = answered ? round.get().shown(look.address()) : Shown.NOTHING;
			// a server that does not answer would not answer for the others either
			answered = shown != Shown.NOTHING;
			Instant now = this.rows.now();
			Instant next = this.backOff.next(now, look.address(), look.tries(), null);
			if (shown == Shown.REFUSED && look.isShownByRefusal(now, this.properties.patience())) {
				this.rows.closed(connection, lease, look);
				continue;
			}
			this.rows.save(connection, lease, switch (shown) {
				case OPENED -> look.opened(next);
				case REFUSED -> look.refused(next);
				case NOTHING -> look.notShown(next);
			}, startedAt);
		}
	}

	/**
	 * What logins at a mailbox have shown.
	 */
	private enum Shown {

		/** It opened. */
		OPENED,
		/** It was refused on every protocol, while another mailbox opened. */
		REFUSED,
		/** Neither. */
		NOTHING

	}

	/**
	 * One round.
	 *
	 * @param token the token
	 * @param others a mailbox that opens, for each protocol that is tried
	 * @param logins the mail servers
	 */
	private record Round(AppToken token, Map<MailPermission, MailboxAddress> others, MailLogins logins) {

		Shown shown(MailboxAddress address) {
			List<MailPermission> protocols = this.others.keySet()
				.stream()
				.filter((protocol) -> this.token.roles().contains(protocol.role()))
				.toList();
			for (MailPermission protocol : protocols) {
				switch (this.logins.attempt(protocol, address, this.token)) {
					case MailLogin.Opened() -> {
						return Shown.OPENED;
					}
					case MailLogin.NotAnswered ignored -> {
						return Shown.NOTHING;
					}
					case MailLogin.Refused ignored -> {
					}
					case MailLogin.NotOpened ignored -> {
					}
					case MailLogin.SwitchedOff ignored -> {
					}
				}
			}
			return (!protocols.isEmpty() && protocols.stream().allMatch(this::otherOpens)) ? Shown.REFUSED
					: Shown.NOTHING;
		}

		private boolean otherOpens(MailPermission protocol) {
			return this.logins.attempt(protocol, Objects.requireNonNull(this.others.get(protocol)),
					this.token) instanceof MailLogin.Opened;
		}

	}

}
