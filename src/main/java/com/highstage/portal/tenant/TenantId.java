package com.highstage.portal.tenant;

import java.util.UUID;

/**
 * A Microsoft organisation: Entra's directory (tenant) id.
 *
 * @param value the id itself; never the tenant of personal accounts
 */
public record TenantId(UUID value) {

	private static final UUID PERSONAL_ACCOUNTS = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

	public TenantId {
		if (PERSONAL_ACCOUNTS.equals(value)) {
			throw new IllegalArgumentException("the tenant of personal accounts is no organisation");
		}
	}

	/**
	 * Reads the canonical 36-character form.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no GUID, or the personal-account
	 * tenant
	 */
	public static TenantId parse(String text) {
		return new TenantId(Guids.parse(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
