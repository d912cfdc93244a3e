package com.highstage.portal.invitation.customer;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A customer, invited or come by themselves.
 *
 * @param value the id itself
 */
public record CustomerId(UUID value) {

	private static final Pattern ABOUT = Pattern.compile("customer/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	/**
	 * Reads what {@link Customer#about} made.
	 * @param about the reference of a mail, or the subject of an audit entry
	 * @return empty if it is about something else
	 */
	public static Optional<CustomerId> of(String about) {
		Matcher customer = ABOUT.matcher(about);
		return customer.matches() ? Optional.of(new CustomerId(UUID.fromString(customer.group(1)))) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
