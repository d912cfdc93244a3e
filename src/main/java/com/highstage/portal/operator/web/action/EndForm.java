package com.highstage.portal.operator.web.action;

import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation that a connection is to be ended.
 *
 * @param name the customer's name, as typed
 * @param reason why; no links
 * @param press what a second press on the button has in common with the first
 */
record EndForm(@Nullable String name,
		@Size(max = 250, message = "{deed.end.reason-long}") @Pattern(regexp = "(?is)(?!.*(?:://|www\\.)).*",
				message = "{deed.end.reason-link}") @Nullable String reason,
		@Nullable UUID press) {

	static EndForm empty() {
		return new EndForm("", "", UUID.randomUUID());
	}

	String typedName() {
		return Objects.requireNonNullElse(this.name, "");
	}

	String typedReason() {
		return Objects.requireNonNullElse(this.reason, "").strip();
	}

	UUID pressed() {
		return Objects.requireNonNullElseGet(this.press, UUID::randomUUID);
	}

	/**
	 * What can be wrong with it; message {@code deed.end.mistake.<name>}.
	 */
	enum Mistake {

		/** It is not the customer's name. */
		OTHER_NAME

	}

}
