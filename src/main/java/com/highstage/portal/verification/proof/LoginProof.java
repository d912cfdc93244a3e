package com.highstage.portal.verification.proof;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxCheck;
import com.highstage.portal.verification.MailboxProof;

/**
 * The proof by logins, whose results are rows.
 */
@Service
class LoginProof implements MailboxProof {

	private static final int PROBES = 3;

	private final KnownFacts facts;

	private final MailboxChecks checks;

	private final LoginRounds rounds;

	private final NegativeProof negative;

	private final TransactionTemplate transaction;

	private final Clock clock;

	LoginProof(KnownFacts facts, MailboxChecks checks, LoginRounds rounds, NegativeProof negative,
			PlatformTransactionManager transactions, Clock clock) {
		this.facts = facts;
		this.checks = checks;
		this.rounds = rounds;
		this.negative = negative;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public Standing prove(Connection connection, Set<MailPermission> chosen, AppToken token, Work.Lease lease) {
		return visit(connection, chosen, token, new Round(lease, Integer.MAX_VALUE));
	}

	@Override
	public Standing probe(Connection connection, Set<MailPermission> chosen, AppToken token, Work.Lease lease) {
		return visit(connection, chosen, token, new Round(lease, PROBES));
	}

	private Standing visit(Connection connection, Set<MailPermission> chosen, AppToken token, Round round) {
		Picture before = this.transaction.execute((status) -> {
			round.lease().hold();
			return picture(connection, chosen);
		});
		this.rounds.run(before, token, round.lease(), round.most());
		return standing(connection, chosen);
	}

	@Override
	public Standing standing(Connection connection, Set<MailPermission> chosen) {
		return read(connection, chosen).standing();
	}

	@Override
	public List<MailboxCheck> checks(Connection connection, Set<MailPermission> chosen) {
		return read(connection, chosen).checks();
	}

	@Override
	public void again(ConnectionId connection, @Nullable MailboxAddress mailbox) {
		this.checks.again(connection, mailbox, this.clock.instant());
	}

	@Override
	public void forget(ConnectionId connection, Collection<MailboxAddress> mailboxes) {
		this.checks.forget(connection, mailboxes);
	}

	@Override
	public Negative negative(Connection connection, MailboxAddress own, AppToken token) {
		return this.negative.of(connection, own, token);
	}

	private Picture read(Connection connection, Set<MailPermission> chosen) {
		return this.transaction.execute((status) -> picture(connection, chosen));
	}

	private Picture picture(Connection connection, Set<MailPermission> chosen) {
		return Picture.of(this.facts.of(connection), chosen, this.checks.of(connection.id()));
	}

	/**
	 * How far a round goes.
	 *
	 * @param lease held while it takes its time
	 * @param most the most mailboxes to visit
	 */
	private record Round(Work.Lease lease, int most) {

	}

}
