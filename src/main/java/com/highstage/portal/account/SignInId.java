package com.highstage.portal.account;

import java.util.UUID;

/**
 * One sign-in of one person; delegated tokens are bound to it and end with it.
 *
 * @param value the id itself
 */
public record SignInId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
