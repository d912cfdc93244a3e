package com.highstage.portal.tenant;

import java.util.UUID;

/**
 * An application (client) id: {@code appId} in Graph, {@code client_id} in OAuth.
 *
 * @param value the id itself
 */
public record ClientId(UUID value) {

	/**
	 * Reads the canonical 36-character form, as {@link UUID#toString()} writes it.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no GUID
	 */
	public static ClientId parse(String text) {
		return new ClientId(Guids.parse(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
