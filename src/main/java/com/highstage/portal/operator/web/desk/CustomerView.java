package com.highstage.portal.operator.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers.Note;
import com.highstage.portal.invitation.customer.InvitationLink;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.onboarding.web.StepView;

/**
 * A customer as their page shows them.
 *
 * @param customer who
 * @param list how the list shows them
 * @param steps every step, in their order
 * @param mails the mails to them, the newest first
 * @param notes what operators noted, the newest first
 * @param at the time
 */
record CustomerView(Customer customer, RowView list, List<StepView> steps, List<Delivery> mails, List<Note> notes,
		Instant at) {

	/**
	 * The invitation's links.
	 * @return the newest first
	 */
	public List<InvitationLink> links() {
		return Optional.ofNullable(this.customer.invited()).map(Customer.Invited::links).orElse(List.of());
	}

	/**
	 * Where a link stands, in message keys.
	 * @param link the link
	 * @return {@code revoked}, {@code expired}, {@code signed-in}, {@code opened} or
	 * {@code usable}
	 */
	public String state(InvitationLink link) {
		if (link.revokedAt() != null) {
			return "revoked";
		}
		if (!link.isUsable(this.at)) {
			return "expired";
		}
		if (link.signedInAt() != null) {
			return "signed-in";
		}
		return (link.openedAt() != null) ? "opened" : "usable";
	}

	/**
	 * Whether a journey has anything to show.
	 * @return false before the first step
	 */
	public boolean hasBegun() {
		return this.steps.stream().anyMatch((step) -> !step.is("not-started"));
	}

	public @Nullable String expectedDomain() {
		return this.list.row().domain().isEmpty() ? null : this.list.row().domain();
	}

}
