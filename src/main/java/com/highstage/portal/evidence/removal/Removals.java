package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Optional;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.Scripts.Script;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.TenantId;

/**
 * Takes back what the portal made in an organisation. Commands check the person's roles,
 * are audited and return at once; the work is done in the background.
 */
public interface Removals extends RemovalStandings {

	/**
	 * What a removal would comprise.
	 * @param tenant the organisation
	 * @return empty if there is no connection, or its removal has begun
	 */
	Optional<Proposal> proposal(TenantId tenant);

	/**
	 * The removal under way, else the last one.
	 * @param tenant the organisation
	 * @return where it stands, if there was one
	 */
	Optional<Removal.Standing> latest(TenantId tenant);

	/**
	 * Whether a removal is under way, so that nothing can be set up meanwhile.
	 * @param tenant the organisation
	 * @return true if it is
	 */
	boolean isUnderWay(TenantId tenant);

	/**
	 * The script that does Exchange's part.
	 * @param tenant the organisation
	 * @return empty if there is nothing for it to do
	 */
	Optional<Script> script(TenantId tenant);

	/**
	 * Ends the connection at once and begins to take everything back.
	 * @param person who asks
	 * @param typed the name of the organisation or the application, as typed
	 * @return what came of it
	 */
	Answer start(Person person, String typed);

	/**
	 * Ends an organisation's connection for Highstage, in the caller's transaction: what
	 * is at Microsoft waits for somebody of the customer.
	 * @param by the operator who ends it
	 * @param tenant the organisation
	 * @param reason why; empty for no reason
	 * @return empty if there is no connection, or it has ended already
	 */
	Optional<Ended> end(Operator by, TenantId tenant, String reason);

	/**
	 * Goes on with this person's authority, as far as it suffices.
	 * @param person who asks
	 * @return what came of it
	 */
	Answer goOn(Person person);

	/**
	 * A person says that Exchange's part was done with the script.
	 * @param person who says so
	 * @return what came of it
	 */
	Answer scriptHasRun(Person person);

	/**
	 * A person says that what is left in the directory was removed by hand.
	 * @param person who says so
	 * @return what came of it
	 */
	Answer doneByHand(Person person);

	/**
	 * A connection that Highstage has ended.
	 *
	 * @param connection the connection
	 * @param left what is still at Microsoft, in the order in which it is to go
	 */
	record Ended(Connection connection, List<Part> left) {

		public Ended {
			left = List.copyOf(left);
		}

	}

	/**
	 * What a removal would comprise.
	 *
	 * @param connection the connection
	 * @param scope what goes
	 * @param made whether there can be anything at Microsoft
	 */
	record Proposal(Connection connection, Removal.Scope scope, boolean made) {

		/**
		 * What is removed.
		 * @return the parts in their order
		 */
		public List<Part> parts() {
			return Part.of(this.scope.ours(), this.scope.exchange());
		}

	}

	/**
	 * What came of a command.
	 */
	sealed interface Answer {

		/**
		 * It was written down and the work goes on.
		 */
		record Accepted() implements Answer {

		}

		/**
		 * What was typed is neither name.
		 */
		record OtherName() implements Answer {

		}

		/**
		 * The person's roles do not suffice; audited.
		 *
		 * @param needs what somebody must be able to do
		 */
		record RoleTooSmall(Ability needs) implements Answer {

		}

		/**
		 * There is nothing to do that to.
		 */
		record Outdated() implements Answer {

		}

	}

}
