package com.highstage.portal.onboarding.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a page says about the command before it; message {@code notice.<key>}.
 */
public enum Notice {

	/** The person's roles do not suffice. */
	ROLE_TOO_SMALL,

	/** Nobody invited this organisation. */
	NOT_INVITED,

	/** There was nothing to do that to any more. */
	OUTDATED,

	/** Somebody changed the same in another window. */
	CHANGED,

	/** The journey was given up. */
	CANCELLED,

	/** The contact address was asked for confirmation once more. */
	CONTACT_ASKED,
	/** What was typed before the sign-in ended is back. */
	REMEMBERED;

	/**
	 * The name in addresses and message keys.
	 * @return the lower-case name
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Finds a notice by its key.
	 * @param key the key from an address
	 * @return the notice, or empty if there is none
	 */
	public static Optional<Notice> of(String key) {
		return Arrays.stream(values()).filter((notice) -> notice.key().equals(key)).findFirst();
	}

}
