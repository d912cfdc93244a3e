package com.highstage.portal.operator.web.invite;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.operator.invite.TypedCustomer;
import com.highstage.portal.operator.invite.Usual;

/**
 * What the page that invites one customer asks for; checked by
 * {@link com.highstage.portal.operator.invite.CustomerReader}.
 *
 * @param name the customer's name
 * @param reference Highstage's own reference
 * @param address the administrator's mail address
 * @param language the language's tag
 * @param protocols the protocols that are ticked
 * @param mailboxes mail addresses, as typed or pasted
 * @param domain a domain of the organisation that is expected
 * @param days how many days each link can be used
 * @param personalLine a line of the operator's own
 * @param again whether a customer who is there already is invited again; a box that is
 * not ticked sends nothing
 * @param press what a second press on the button has in common with the first
 */
record InviteForm(@Nullable String name, @Nullable String reference, @Nullable String address,
		@Nullable String language, @Nullable List<String> protocols, @Nullable String mailboxes,
		@Nullable String domain, @Nullable String days, @Nullable String personalLine, @Nullable Boolean again,
		@Nullable UUID press) {

	static InviteForm of(Usual usual) {
		return new InviteForm("", "", "", usual.language().tag(), List.of("IMAP", "POP"), "", "",
				String.valueOf(usual.days()), "", null, UUID.randomUUID());
	}

	TypedCustomer typed() {
		List<String> ticked = Objects.requireNonNullElse(this.protocols, List.<String>of());
		return new TypedCustomer(text(this.name), text(this.reference), text(this.address), text(this.language),
				// nothing ticked is not "as usual"
				ticked.isEmpty() ? "-" : String.join(",", ticked), text(this.mailboxes), text(this.domain),
				text(this.days), text(this.personalLine));
	}

	boolean isAgain() {
		return Boolean.TRUE.equals(this.again);
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNullElse(typed, "");
	}

}
