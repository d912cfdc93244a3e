package com.highstage.portal.operator.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.InvitationLink;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.onboarding.Standings.Standing;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.verification.Trouble;

/**
 * What is known of a customer.
 *
 * @param customer who
 * @param mail the newest mail to them; null if there is none
 * @param connection the organisation's connection, or the last that has ended; null if it
 * never had one
 * @param ended whether that connection has ended
 * @param journey where the journey stands
 * @param removal how what was made is taken back since the connection has ended; null if
 * it is not
 * @param secretEnds when the newest secret ends; null if there is none
 * @param troubles what no longer is as the connection was finished, the oldest first
 * @param at the time
 */
record Facts(Customer customer, @Nullable Delivery mail, @Nullable Connection connection, boolean ended,
		Standing journey, Removal.@Nullable Standing removal, @Nullable Instant secretEnds, List<Trouble> troubles,
		Instant at) {

	/**
	 * Whether the connection works, or has worked and goes on.
	 * @return false before, and after its end
	 */
	boolean isConnected() {
		return this.connection != null && this.connection.finishedAt() != null && !this.ended;
	}

	/**
	 * Whether the newest secret has ended.
	 * @return false if there is none
	 */
	boolean isSecretOver() {
		return this.secretEnds != null && !this.at.isBefore(this.secretEnds);
	}

	/**
	 * What is still at Microsoft of the connection that has ended.
	 * @return the parts
	 */
	List<Part> left() {
		return (this.removal != null) ? this.removal.left() : List.of();
	}

	/**
	 * Whether the customer was invited again since the connection has ended.
	 * @return true if a link made since can be used
	 */
	boolean isInvitedAgain() {
		return !((this.removal != null) ? links() : linkEnds()).isEmpty();
	}

	/**
	 * The invitation's links, without those that led to a connection that has ended.
	 * @return the newest first
	 */
	List<InvitationLink> links() {
		return invited().stream()
			.flatMap((invited) -> invited.links().stream())
			.filter((link) -> this.removal == null || link.createdAt().isAfter(this.removal.removal().start().at()))
			.toList();
	}

	Optional<Customer.Invited> invited() {
		return Optional.ofNullable(this.customer.invited());
	}

	/**
	 * When each usable link ends.
	 * @return the ends, the nearest first
	 */
	List<Instant> linkEnds() {
		return invited().stream()
			.flatMap((invited) -> invited.links().stream())
			.filter((link) -> link.isUsable(this.at))
			.map(InvitationLink::expiresAt)
			.sorted()
			.toList();
	}

}
