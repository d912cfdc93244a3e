package com.highstage.portal.operator.web.action;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.tenant.PlainName;

/**
 * What the page asks for that says which customer an organisation is.
 *
 * @param same the invited customer who it is; null if it is none of them
 * @param name the name to go by, if it is none of them
 * @param reference Highstage's reference, if it is none of them
 * @param press what a second press on the button has in common with the first
 */
record MatchForm(@Nullable UUID same, @Nullable String name, @Nullable String reference, @Nullable UUID press) {

	static MatchForm of(Customer customer) {
		return new MatchForm(null, customer.name().value(), customer.reference(), UUID.randomUUID());
	}

	UUID pressed() {
		return Objects.requireNonNullElseGet(this.press, UUID::randomUUID);
	}

	String typedName() {
		return Objects.requireNonNullElse(this.name, "");
	}

	String typedReference() {
		return new PlainName(Objects.requireNonNullElse(this.reference, "")).value();
	}

}
