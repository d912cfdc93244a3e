package com.highstage.portal.onboarding.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.MailboxLookUp;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.onboarding.Journey.ClosedAnswer;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.TokenCheck;
import com.highstage.portal.verification.TokenResult;

/**
 * Tries whether the mailbox of the person who asks stays closed for the application.
 */
@Component
class OwnMailbox {

	private final Onboardings onboardings;

	private final Connections connections;

	private final MailboxProof proof;

	private final TokenCheck tokens;

	private final MailboxLookUp lookUp;

	private final JdbcClosedProofs closed;

	OwnMailbox(Onboardings onboardings, Connections connections, MailboxProof proof, TokenCheck tokens,
			MailboxLookUp lookUp, JdbcClosedProofs closed) {
		this.onboardings = onboardings;
		this.connections = connections;
		this.proof = proof;
		this.tokens = tokens;
		this.lookUp = lookUp;
		this.closed = closed;
	}

	/**
	 * Tries the person's own mailbox.
	 * @param person who asks
	 * @return what was found
	 */
	ClosedAnswer proveClosed(Person person) {
		Optional<MailboxAddress> own = MailboxAddress.parse(person.signInName()).flatMap((name) -> own(person, name));
		Connection connection = this.connections.find(person.tenant()).orElse(null);
		if (own.isPresent() && connection != null && this.closed.ask(connection, own.get())) {
			return new ClosedAnswer.Later(own.get());
		}
		AppToken token = (connection != null) ? token(connection, person) : null;
		if (own.isEmpty() || connection == null || token == null) {
			return new ClosedAnswer.NotTried();
		}
		return new ClosedAnswer.Tried(own.get(), this.proof.negative(connection, own.get(), token));
	}

	// a login under another name than the primary address would be refused anyway
	private Optional<MailboxAddress> own(Person person, MailboxAddress signInName) {
		Delegation delegation = new Delegation(person.tenant(), person.signIn());
		return switch (this.lookUp.look(delegation, List.of(signInName)).get(signInName)) {
			case MailboxLookUp.Answer.Exists(Mailbox mailbox) -> Optional.of(mailbox.address());
			case MailboxLookUp.Answer.OtherAddress(Mailbox mailbox) -> Optional.of(mailbox.address());
			case null, default -> Optional.empty();
		};
	}

	private @Nullable AppToken token(Connection connection, Person person) {
		Set<MailPermission> chosen = this.onboardings.latest(person.tenant())
			.map((latest) -> latest.plan().permissions())
			.orElse(Set.of());
		return (this.tokens.fresh(connection, chosen) instanceof TokenResult.Passed passed) ? passed.token() : null;
	}

}
