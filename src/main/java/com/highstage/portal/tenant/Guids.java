package com.highstage.portal.tenant;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Strict parsing of GUIDs: {@link UUID#fromString} accepts shortened groups.
 */
final class Guids {

	private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private Guids() {
	}

	static UUID parse(String text) {
		if (!CANONICAL.matcher(text).matches()) {
			throw new IllegalArgumentException("not a GUID");
		}
		return UUID.fromString(text);
	}

}
