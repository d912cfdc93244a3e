package com.highstage.portal.evidence.removal;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;

/**
 * One run of the background work on a removal.
 *
 * @param removal the removal
 * @param connection the connection
 * @param lease the right to work on it
 * @param version what people had asked for when the run began
 * @param directory whose authority is used in the directory; null if nobody is signed in
 * @param exchange whose authority is used in Exchange; null if nobody is signed in
 */
record RemovalRun(Removal removal, Connection connection, RemovalLease lease, long version,
		@Nullable Authority directory, @Nullable Authority exchange) {

	Delegation delegation() {
		return Objects.requireNonNull(this.directory).delegation();
	}

	Work work(Part part) {
		return work(part, Objects.requireNonNull(this.directory));
	}

	/**
	 * Settles what is known in the name of whoever went on last, signed in or not.
	 * @return work that calls nothing
	 */
	Work settling() {
		return work(Part.CHECK, Objects.requireNonNull(this.removal.directory()));
	}

	Work exchangeWork(Part part) {
		return work(part, Objects.requireNonNull(this.exchange));
	}

	private Work work(Part part, Authority authority) {
		return new Work(this.removal.connection(), this.removal.id(), part.name(), authority.delegation(),
				authority.actor(), this.lease);
	}

}
