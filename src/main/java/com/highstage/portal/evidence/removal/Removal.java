package com.highstage.portal.evidence.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.TenantId;

/**
 * One removal of what the portal made for a connection.
 *
 * @param id the id
 * @param tenant the organisation
 * @param connection whose
 * @param scope what it comprises
 * @param start who started it, when and why
 * @param endedAt when it was over; null while it is under way
 * @param directory whose authority is used in the directory; null if nobody's
 * @param exchange whose authority is used in Exchange; null if nobody's
 */
public record Removal(UUID id, TenantId tenant, ConnectionId connection, Scope scope, Start start,
		@Nullable Instant endedAt, @Nullable Authority directory, @Nullable Authority exchange) {

	/**
	 * Its parts.
	 * @return the parts in their order
	 */
	public List<Part> parts() {
		return Part.of(this.scope.ours(), this.scope.exchange());
	}

	/**
	 * Whether it is over.
	 * @return true if it is
	 */
	public boolean isOver() {
		return this.endedAt != null;
	}

	/**
	 * How a removal began.
	 *
	 * @param by who started it, in their own organisation
	 * @param name the display name of who started it
	 * @param vendor whether that was somebody of Highstage
	 * @param at when
	 * @param reason why, as they said; empty for no reason
	 */
	public record Start(ObjectId by, String name, boolean vendor, Instant at, String reason) {

	}

	/**
	 * What a removal comprises.
	 *
	 * @param ours whether the portal created the application, so that all of it goes
	 * @param exchange whether there is a registration in Exchange to be taken back
	 * @param mailboxes the mailboxes with access
	 */
	public record Scope(boolean ours, boolean exchange, List<RemovalMailbox> mailboxes) {

		public Scope {
			mailboxes = List.copyOf(mailboxes);
		}

		/**
		 * The mailboxes for which the portal gave access.
		 * @return those that are closed
		 */
		public List<RemovalMailbox> given() {
			return this.mailboxes.stream().filter(RemovalMailbox::ours).toList();
		}

		/**
		 * The mailboxes that were found open.
		 * @return those that the portal leaves as they are
		 */
		public List<RemovalMailbox> found() {
			return this.mailboxes.stream().filter((mailbox) -> !mailbox.ours()).toList();
		}

	}

	/**
	 * A removal and where its parts stand.
	 *
	 * @param removal the removal
	 * @param connection the connection
	 * @param parts its parts in their order
	 * @param closed for how many mailboxes access was taken away by now
	 */
	public record Standing(Removal removal, Connection connection, List<PartRecord> parts, int closed) {

		public Standing {
			parts = List.copyOf(parts);
		}

		/**
		 * The part that is not settled.
		 * @return that part; null if all are settled
		 */
		public @Nullable PartRecord current() {
			return this.parts.stream().filter((part) -> !part.state().isSettled()).findFirst().orElse(null);
		}

		/**
		 * What is still at Microsoft, as far as is known; the last look only while
		 * nothing else is left.
		 * @return the parts that were not taken back, in their order
		 */
		public List<Part> left() {
			List<Part> left = this.parts.stream().filter(this::isLeft).map(PartRecord::part).toList();
			return left.equals(List.of(Part.CHECK)) ? left
					: left.stream().filter((part) -> part != Part.CHECK).toList();
		}

		private boolean isLeft(PartRecord part) {
			return (part.state() == PartState.LEFT) ? !this.removal.scope().ours() : !part.state().isSettled();
		}

		/**
		 * Whether nobody of the customer has gone on yet with what Highstage began.
		 * @return false once somebody did, and where the customer began it
		 */
		public boolean isUntouched() {
			return this.removal.start().vendor() && this.removal.directory() == null && this.removal.exchange() == null
					&& !this.removal.isOver();
		}

	}

}
