package com.highstage.portal.invitation.customer;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * A customer as operators know them.
 *
 * @param id the customer
 * @param name their name; the organisation's display name if nobody invited them
 * @param reference Highstage's own reference; empty for none
 * @param tenant their Microsoft organisation; null until somebody signed in or, where it
 * was expected, until it was found
 * @param matched whether it is certain that this organisation is this customer, because
 * it was expected or an operator said so
 * @param invited how they were invited; null if they came by themselves
 * @param createdAt when the portal first knew of them
 * @param cancelledAt when an operator gave them up; null if not
 */
public record Customer(CustomerId id, PlainName name, String reference, @Nullable TenantId tenant, boolean matched,
		@Nullable Invited invited, Instant createdAt, @Nullable Instant cancelledAt) {

	Customer cancelled(Instant now) {
		return new Customer(this.id, this.name, this.reference, this.tenant, this.matched, this.invited, this.createdAt,
				now);
	}

	/**
	 * Whether the organisation is only the first that signed in by their link, so that an
	 * operator can say that it is not them.
	 * @return false if it is certain, or they came by themselves
	 */
	public boolean isReleasable() {
		return this.tenant != null && !this.matched && this.invited != null;
	}

	Customer in(@Nullable TenantId organisation) {
		return new Customer(this.id, this.name, this.reference, organisation, this.matched, this.invited,
				this.createdAt, this.cancelledAt);
	}

	Customer matched(@Nullable TenantId organisation, PlainName newName, String newReference) {
		return new Customer(this.id, newName, newReference, organisation, true, this.invited, this.createdAt,
				this.cancelledAt);
	}

	/**
	 * The reference under which mails about a customer are found in the outbox.
	 * @param id the customer
	 * @return what to ask the outbox for
	 */
	public static String about(CustomerId id) {
		return "customer/" + id;
	}

	/**
	 * How a customer was invited.
	 *
	 * @param invitation what the operator said
	 * @param by display name of the operator; display only
	 * @param at when
	 * @param links the invitation's links, the newest first
	 */
	public record Invited(Invitation invitation, String by, Instant at, List<InvitationLink> links) {

		public Invited {
			links = List.copyOf(links);
		}

	}

}
