package com.highstage.portal.invitation.customer;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

/**
 * The customers. Every command is audited here, in the customer's name and, once it is
 * known, in the organisation's; each publishes {@link CustomerMoved} in its transaction.
 */
public interface Customers {

	/**
	 * Invites a customer: makes a link and mails it. A customer who {@linkplain #alike is
	 * known already} is invited again: what is said of them now counts, and links that
	 * went to another address are taken back.
	 * @param by the operator
	 * @param invitation what is said of them
	 * @return the customer, and how the link gets there
	 */
	Invited invite(Operator by, Invitation invitation);

	/**
	 * Waits until nobody else is about to invite anybody, for the rest of the caller's
	 * transaction: who is not known then is not known when they are invited. Comes before
	 * any audit entry.
	 */
	void waitForTurn();

	/**
	 * The customer that an invitation would invite again: the one that the expected
	 * organisation is, or else one with the same reference whose organisation is not
	 * another.
	 * @param invitation what is said of them
	 * @return empty if they would be a new customer
	 */
	Optional<Customer> alike(Invitation invitation);

	/**
	 * Mails the invitation again with another link; former ones go on being good until
	 * they end.
	 * @param by the operator
	 * @param id the customer
	 * @return how the link gets there; empty if they were never invited, or were given up
	 */
	Optional<Sent> resend(Operator by, CustomerId id);

	/**
	 * Makes another link instead of all former ones, to be copied; sign-ins that came
	 * from those go on.
	 * @param by the operator
	 * @param id the customer
	 * @return the link; empty if they were never invited, or were given up
	 */
	Optional<Sent> replace(Operator by, CustomerId id);

	/**
	 * Takes all links back, also those by which operators asked for a consent; sign-ins
	 * that came from them end.
	 * @param by the operator
	 * @param id the customer
	 * @return false if there was none that could be used
	 */
	boolean revoke(Operator by, CustomerId id);

	/**
	 * Gives a customer up: as {@link #revoke}, and they count as cancelled. Inviting them
	 * again takes that back.
	 * @param by the operator
	 * @param id the customer
	 * @return false if they were given up before
	 */
	boolean cancel(Operator by, CustomerId id);

	/**
	 * Takes back all links, as {@link #revoke}, and those that the customer's people sent
	 * to colleagues: their connection ends. The row stays held for the rest of the
	 * caller's transaction.
	 * @param by the operator
	 * @param id the customer
	 */
	void ended(Operator by, CustomerId id);

	/**
	 * Says for certain which customer an organisation is. A customer who came by
	 * themselves becomes the invited one, whose row stays; the other's is gone, notes and
	 * links move. Publishes {@link CustomerMatched}, and {@link CustomerMoved} for both.
	 * @param by the operator
	 * @param organisation the customer that the organisation is known as
	 * @param same the invited customer who it is, or the same one again
	 * @param name the name to go by
	 * @param reference the reference that Highstage has for them; empty for none
	 * @return the customer that stays; empty if one of them is unknown, has no
	 * organisation, or another one
	 */
	Optional<Customer> match(Operator by, CustomerId organisation, CustomerId same, PlainName name, String reference);

	/**
	 * Says that an invited customer is not the organisation that signed in by their link:
	 * they wait for their own again, and the organisation is a customer of its own, as if
	 * it had come by itself. Former links are taken back as by {@link #revoke}, because
	 * that organisation holds one. Publishes {@link CustomerMoved} for both.
	 * @param by the operator
	 * @param id the invited customer
	 * @return false if they have no organisation, it is certain, or nobody invited them
	 */
	boolean release(Operator by, CustomerId id);

	/**
	 * Writes a note about a customer, for operators.
	 * @param by the operator
	 * @param id the customer
	 * @param text the note, at most 2000 characters
	 * @return false if there is no such customer
	 */
	boolean note(Operator by, CustomerId id, String text);

	/**
	 * The customer, whose row stays held for the rest of the caller's transaction.
	 * @param id the customer
	 * @return the customer, or empty
	 */
	Optional<Customer> hold(CustomerId id);

	/**
	 * The notes about a customer, the newest first.
	 * @param id the customer
	 * @return the notes
	 */
	List<Note> notes(CustomerId id);

	Optional<Customer> find(CustomerId id);

	/**
	 * The customer that an organisation is.
	 * @param tenant the organisation
	 * @return empty if nobody of it ever began
	 */
	Optional<Customer> of(TenantId tenant);

	/**
	 * The customer that an organisation is, made if there is none, because somebody of it
	 * begins.
	 * @param person who begins
	 * @return the customer
	 */
	Customer arrived(Person person);

	/**
	 * Finds the customer whom a usable link invites.
	 * @param token the hash of what was presented
	 * @return empty if it is unknown, taken back, or too old
	 */
	Optional<Opened> open(TokenHash token);

	/**
	 * Notes that a person, not a scanner, went on from the page of a link; once more
	 * changes nothing.
	 * @param link the link
	 */
	void opened(UUID link);

	/**
	 * Whether an invitation can be for somebody who has signed in: not if it is for
	 * another organisation, and not for Highstage's own people, who only try the link.
	 * @param customer who was invited
	 * @param person who signed in
	 * @return false if they should sign in elsewhere
	 */
	boolean isFor(Customer customer, Person person);

	/**
	 * Notes that somebody who came by a link has signed in. If the customer's
	 * organisation was not known, it is this one, unless that is another customer for
	 * certain. Nothing is noted where the link {@linkplain #isFor is not for} them.
	 * @param link the link
	 * @param person who signed in
	 * @return whether the sign-in counts as come from the link, and ends with it; not if
	 * the link can no longer be used
	 */
	boolean signedIn(UUID link, Person person);

	/**
	 * Tells the operators that somebody holds a link that ended and asks for a new one.
	 * @param token the hash of what was presented
	 * @return false if no such link ever was, or they were told within the day
	 */
	boolean askForNew(TokenHash token);

	/**
	 * Whether a link was good once, so that its holder can {@linkplain #askForNew ask for
	 * a new one}.
	 * @param token the hash of what was presented
	 * @return false for a link that never was
	 */
	boolean isEnded(TokenHash token);

	/**
	 * A link that a browser opened.
	 *
	 * @param customer whom it invites
	 * @param link the link
	 */
	record Opened(Customer customer, InvitationLink link) {

	}

	/**
	 * What came of inviting.
	 *
	 * @param customer the customer
	 * @param sent how the link gets there
	 */
	record Invited(Customer customer, Sent sent) {

	}

	/**
	 * How a link gets to a customer.
	 *
	 * @param address the whole address; shown once
	 * @param until when it ends
	 * @param delivery the mail on its way; null if it is to be copied
	 * @param mail the text to copy; null if it is on its way
	 */
	record Sent(URI address, Instant until, @Nullable Delivery delivery, @Nullable RenderedMail mail) {

		@Override
		public String toString() {
			return "Sent[" + this.until + ", redacted]";
		}

	}

	/**
	 * A note.
	 *
	 * @param text what it says
	 * @param by display name of who wrote it; display only
	 * @param at when
	 */
	record Note(String text, String by, Instant at) {

	}

}
