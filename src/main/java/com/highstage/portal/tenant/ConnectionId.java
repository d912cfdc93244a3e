package com.highstage.portal.tenant;

import java.util.UUID;

/**
 * One organisation's connection to Highstage; stays the same across all its onboardings
 * and secrets.
 *
 * @param value the id itself
 */
public record ConnectionId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
