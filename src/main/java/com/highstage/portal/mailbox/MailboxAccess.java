package com.highstage.portal.mailbox;

import java.util.Set;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * Gives the application access to the chosen mailboxes in Exchange Online, one by one and
 * only where something is missing, and takes it away from those that are no longer
 * wanted. What it finds and does stands in the rows of {@link ChosenMailboxes} at once,
 * so that pages show live progress and a killed process goes on where it was.
 */
public interface MailboxAccess {

	/**
	 * Makes Exchange know the application under the enterprise application's Object ID.
	 * @param work on whose behalf
	 * @param connection the connection, its application registered
	 * @param name the application's display name
	 * @param repair whether a wrong registration is replaced, because a person said so
	 * @return how Exchange knows the application now; {@code WRONG_OBJECT_ID} if that was
	 * found and is not to be repaired
	 * @throws MicrosoftException if Exchange did not answer so
	 */
	ExchangeFacts register(Work work, Connection connection, String name, boolean repair);

	/**
	 * Looks at every mailbox, gives what is missing and takes what is no longer wanted,
	 * several at a time; goes on after one that fails.
	 * @param work on whose behalf
	 * @param servicePrincipal the Object ID under which Exchange knows the application
	 * @param permissions the chosen protocols
	 * @return what came of it
	 * @throws MicrosoftException if there is no sense in going on: the person's role or
	 * sign-in does not suffice, or Exchange is out of order
	 */
	Outcome carryOut(Work work, ObjectId servicePrincipal, Set<MailPermission> permissions);

	/**
	 * Switches a protocol on for a mailbox, because a person said so.
	 * @param work on whose behalf
	 * @param mailbox the mailbox
	 * @param protocols which
	 * @throws MicrosoftException if Exchange did not answer so
	 */
	void switchOn(Work work, MailboxAddress mailbox, Set<MailPermission> protocols);

	/**
	 * Looks without changing anything at Microsoft: the registration and up to a number
	 * of mailboxes, within a time limit; what was found stands in the rows.
	 * @param delegation whose authority
	 * @param connection the connection
	 * @param permissions the chosen protocols
	 * @return how Exchange knows the application
	 * @throws MicrosoftException if Exchange did not answer so
	 */
	ExchangeFacts look(Delegation delegation, Connection connection, Set<MailPermission> permissions);

	/**
	 * What is known without asking.
	 * @param connection the connection
	 * @return how Exchange knew the application when it was asked last
	 */
	ExchangeFacts known(Connection connection);

	/**
	 * What came of opening mailboxes.
	 *
	 * @param open how many are open
	 * @param failed how many failed for a reason that waiting does not mend
	 * @param later how many Exchange asked to try later
	 */
	record Outcome(int open, int failed, int later) {

	}

}
