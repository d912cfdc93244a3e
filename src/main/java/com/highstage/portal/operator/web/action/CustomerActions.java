package com.highstage.portal.operator.web.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.notification.Delivery;

/**
 * What an operator can do for a customer, as {@code operator/actions.html} shows it.
 *
 * @param id the customer
 * @param press what a second press on a button has in common with the first
 * @param invited whether there is an invitation that can be sent again
 * @param usable whether there is a link that can be used
 * @param matchable whether an operator has yet to say which customer the organisation is
 * @param releasable whether an operator can say that the organisation is another one
 * @param endable whether there is a connection to be ended
 * @param cancelled whether they were given up
 * @param writtenTo when they were written to within the last day; null if they were not
 * @param undelivered the newest mail if it was not delivered
 * @param consents the consents that can be asked for
 */
public record CustomerActions(UUID id, UUID press, boolean invited, boolean usable, boolean matchable,
		boolean releasable, boolean endable, boolean cancelled, @Nullable Instant writtenTo,
		@Nullable Delivery undelivered, List<Consent> consents) {

	public CustomerActions {
		consents = List.copyOf(consents);
	}

	static boolean isUsable(Customer customer, Instant now) {
		Customer.Invited invited = customer.invited();
		return invited != null && invited.links().stream().anyMatch((link) -> link.isUsable(now));
	}

	/**
	 * A consent that can be asked for.
	 *
	 * @param kind {@code allow} or {@code consent}
	 * @param declinedAt when somebody last declined; null if nobody did lately
	 */
	public record Consent(String kind, @Nullable Instant declinedAt) {

	}

}
