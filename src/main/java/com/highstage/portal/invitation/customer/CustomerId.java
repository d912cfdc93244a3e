package com.highstage.portal.invitation.customer;

import java.util.UUID;

/**
 * A customer, invited or come by themselves.
 *
 * @param value the id itself
 */
public record CustomerId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
