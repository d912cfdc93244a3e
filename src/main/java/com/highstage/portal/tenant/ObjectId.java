package com.highstage.portal.tenant;

import java.util.UUID;

/**
 * A directory object's id within one organisation, for example of a service principal.
 *
 * @param value the id itself
 */
public record ObjectId(UUID value) {

	/**
	 * Reads the canonical 36-character form, as {@link UUID#toString()} writes it.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no GUID
	 */
	public static ObjectId parse(String text) {
		return new ObjectId(Guids.parse(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
