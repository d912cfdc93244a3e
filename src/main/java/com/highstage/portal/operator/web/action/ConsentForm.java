package com.highstage.portal.operator.web.action;

import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.notification.OneMailbox;

/**
 * What the page asks for that sends a link to consent. Without an address the operator
 * gets the text to copy.
 *
 * @param address whom to ask
 * @param note a line of the operator's own; no links
 * @param press what a second press on the button has in common with the first
 */
record ConsentForm(@OneMailbox(message = "{invitation.send.address-wrong}") @Nullable String address,
		@Size(max = 250, message = "{invitation.send.note-long}") @Pattern(regexp = "(?is)(?!.*(?:://|www\\.)).*",
				message = "{invitation.send.note-link}") @Nullable String note,
		@Nullable UUID press) {

	UUID pressed() {
		return Objects.requireNonNullElseGet(this.press, UUID::randomUUID);
	}

}
