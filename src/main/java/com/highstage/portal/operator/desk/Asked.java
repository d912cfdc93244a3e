package com.highstage.portal.operator.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.InvitationLink;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.operator.CustomerState;

/**
 * Judges where a customer stands who has not begun.
 *
 * @param facts what is known
 */
record Asked(Facts facts) {

	Stand stand() {
		Customer customer = this.facts.customer();
		return this.facts.invited()
			.map(this::invited)
			.orElseGet(() -> Stand.of(CustomerState.SIGNED_IN, customer.createdAt()));
	}

	private Stand invited(Customer.Invited invited) {
		List<InvitationLink> links = this.facts.links();
		Optional<Instant> signedIn = links.stream()
			.map(InvitationLink::signedInAt)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder());
		List<InvitationLink> usable = links.stream().filter((link) -> link.isUsable(this.facts.at())).toList();
		Optional<Instant> revoked = links.stream()
			.map(InvitationLink::revokedAt)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder());
		if (usable.isEmpty() && revoked.isPresent() && revoked.filter((at) -> takesBack(at, links)).isPresent()) {
			return Stand.of(CustomerState.REVOKED, revoked.get());
		}
		if (signedIn.isPresent()) {
			return Stand.of(CustomerState.SIGNED_IN, signedIn.get());
		}
		return usable.isEmpty() ? expired(invited) : open(invited, usable);
	}

	/** Whether what was taken back last was still good. */
	private static boolean takesBack(Instant revoked, List<InvitationLink> links) {
		return links.stream()
			.filter((link) -> link.revokedAt() == null)
			.allMatch((link) -> link.expiresAt().isBefore(revoked));
	}

	private Stand expired(Customer.Invited invited) {
		return Stand.of(CustomerState.EXPIRED,
				this.facts.links()
					.stream()
					.filter((link) -> link.revokedAt() == null)
					.map(InvitationLink::expiresAt)
					.max(Comparator.naturalOrder())
					.orElse(invited.at()));
	}

	private Stand open(Customer.Invited invited, List<InvitationLink> usable) {
		Optional<Instant> opened = usable.stream()
			.map(InvitationLink::openedAt)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder());
		if (opened.isPresent()) {
			return Stand.of(CustomerState.OPENED, opened.get());
		}
		Delivery mail = this.facts.mail();
		if (mail == null) {
			return Stand.of(CustomerState.INVITED, invited.at());
		}
		Instant made = usable.getFirst().createdAt();
		if (isToBeCopied(made, mail)) {
			return Stand.of(CustomerState.INVITED, made);
		}
		return switch (mail.state()) {
			case QUEUED -> Stand.of(CustomerState.INVITED, mail.queuedAt());
			case SENT -> Stand.of(CustomerState.SENT, mail.changedAt());
			case REFUSED, GIVEN_UP -> Stand.of(CustomerState.NOT_DELIVERED, mail.changedAt());
		};
	}

	/** Made after the mail, whose time is that of the clock in milliseconds. */
	private static boolean isToBeCopied(Instant made, Delivery mail) {
		return made.truncatedTo(ChronoUnit.MILLIS).isAfter(mail.queuedAt());
	}

}
