package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * Looks mailboxes up while somebody waits for a page.
 */
@Service
class MailboxLooks implements MailboxLookUp {

	private static final int MOST_FOUND = 50;

	/** Three commands for each, on every view of a page: more would be waited for. */
	private static final int MOST_REFRESHED = 12;

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Explanation LATE = new Explanation("look-up-late", "", "");

	private final Mailboxes mailboxes;

	private final JdbcChosenMailboxes rows;

	private final PageThreads threads;

	private final Clock clock;

	private final TransactionTemplate transaction;

	MailboxLooks(Mailboxes mailboxes, JdbcChosenMailboxes rows, PageThreads threads,
			PlatformTransactionManager transactions, Clock clock) {
		this.transaction = new TransactionTemplate(transactions);
		this.mailboxes = mailboxes;
		this.rows = rows;
		this.threads = threads;
		this.clock = clock;
	}

	@Override
	public List<Mailbox> search(Delegation delegation, String text) {
		return this.mailboxes.search(delegation, text, MOST_FOUND);
	}

	@Override
	public Map<MailboxAddress, Answer> look(Delegation delegation, Collection<MailboxAddress> addresses) {
		Map<MailboxAddress, Answer> answers = new ConcurrentHashMap<>();
		Explanation rest = LATE;
		try {
			this.threads.each(addresses, LIMIT, (address) -> answers.put(address, answer(delegation, address)));
		}
		catch (MicrosoftException ex) {
			rest = Explanations.of(ex.failure());
		}
		Map<MailboxAddress, Answer> all = new HashMap<>();
		for (MailboxAddress address : addresses) {
			all.put(address, new Answer.NotAsked(rest));
		}
		all.putAll(answers);
		return Map.copyOf(all);
	}

	/**
	 * Looks at those mailboxes that were not looked at for the longest time, as many as
	 * fit into the time; one that is off the list and closed is forgotten.
	 * @param delegation whose authority
	 * @param connection the connection
	 * @param permissions the chosen protocols
	 */
	void refresh(Delegation delegation, Connection connection, Set<MailPermission> permissions) {
		ObjectId principal = Objects.requireNonNull(connection.application().servicePrincipal());
		List<ChosenMailbox> oldest = this.rows.of(connection.id())
			.stream()
			.sorted(Comparator.comparing(ChosenMailbox::lookedUpAt, Comparator.nullsFirst(Comparator.naturalOrder())))
			.limit(MOST_REFRESHED)
			.toList();
		if (oldest.isEmpty()) {
			return;
		}
		boolean smtpOff = permissions.contains(MailPermission.SMTP) && this.mailboxes.smtpOffByDefault(delegation);
		this.threads.each(oldest, LIMIT, (row) -> {
			try {
				if (!row.wanted()) {
					lookAtLeaving(delegation, principal, row);
					return;
				}
				ChosenMailbox found = found(delegation, principal, permissions, row, smtpOff);
				if (isRenamed(row, found)) {
					this.rows.saveUnlessNewer(row, row.renamed(found.address(), this.clock.instant()));
				}
				else if (found.address().equals(row.address()) || moved(row, found.address())) {
					this.rows.saveUnlessNewer(row, found);
				}
			}
			catch (MicrosoftException ex) {
				if (Hope.after(ex.failure()) == Hope.NONE) {
					throw ex;
				}
			}
		});
	}

	private boolean moved(ChosenMailbox row, MailboxAddress primary) {
		return Boolean.TRUE
			.equals(this.transaction.execute((status) -> this.rows.move(row.connection(), row.address(), primary)));
	}

	// What was open is followed once somebody says so: Highstage logs in with this
	// address.
	private static boolean isRenamed(ChosenMailbox row, ChosenMailbox found) {
		return row.openedAt() != null && !found.address().equals(row.address());
	}

	private void lookAtLeaving(Delegation delegation, ObjectId principal, ChosenMailbox row) {
		Optional<MailboxAddress> primary = this.mailboxes.find(delegation, row.address()).map(Mailbox::address);
		boolean anothers = primary.filter((address) -> this.rows.wantsInstead(row, address)).isPresent();
		if (primary.isEmpty() || anothers || this.mailboxes.held(delegation, row.address(), principal).isEmpty()) {
			this.rows.forgetUnlessWanted(row);
		}
		else {
			Instant now = this.clock.instant();
			this.rows.saveUnlessNewer(row, row.open(false, Objects.requireNonNullElse(row.openedAt(), now), now));
		}
	}

	private Answer answer(Delegation delegation, MailboxAddress address) {
		try {
			return this.mailboxes.find(delegation, address)
				.map((found) -> found.address().equals(address) ? new Answer.Exists(found)
						: new Answer.OtherAddress(found))
				.orElseGet(Answer.Missing::new);
		}
		catch (MicrosoftException ex) {
			if (Hope.after(ex.failure()) == Hope.NONE) {
				throw ex;
			}
			return new Answer.NotAsked(Explanations.of(ex.failure()));
		}
	}

	private ChosenMailbox found(Delegation delegation, ObjectId principal, Set<MailPermission> permissions,
			ChosenMailbox row, boolean smtpOff) {
		Optional<Mailbox> mailbox = this.mailboxes.find(delegation, row.address());
		Instant now = this.clock.instant();
		if (mailbox.isEmpty()) {
			return row.shut(Access.MISSING, now);
		}
		MailboxAddress primary = mailbox.get().address();
		Set<Right> needed = MailboxRun.needed(permissions);
		boolean open = this.mailboxes.rights(delegation, primary, principal, needed).containsAll(needed);
		ChosenMailbox seen = row.found(mailbox.get(), this.mailboxes.switches(delegation, primary), smtpOff);
		return open ? seen.open(false, Objects.requireNonNullElse(seen.openedAt(), now), now)
				: seen.shut(Access.CLOSED, now);
	}

}
