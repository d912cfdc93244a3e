package com.highstage.portal.account.entra;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.highstage.portal.tenant.TenantId;

/**
 * The organisation part of a Microsoft sign-in address.
 *
 * @param segment a tenant id, a domain, or {@code organizations}
 */
record Authority(String segment) {

	/** Work accounts of any organisation; a guest signs in at home. */
	static final Authority ANY_ORGANISATION = new Authority("organizations");

	private static final Pattern DOMAIN = Pattern
		.compile("(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

	static Authority of(TenantId tenant) {
		return new Authority(tenant.toString());
	}

	/**
	 * Reads what a person typed: a domain, a tenant id, or an address at the domain.
	 * @param typed the text
	 * @return the authority, or empty if it is none of these
	 */
	static Optional<Authority> parse(String typed) {
		String text = typed.strip().toLowerCase(Locale.ROOT);
		String domain = text.substring(text.lastIndexOf('@') + 1);
		if (DOMAIN.matcher(domain).matches()) {
			return Optional.of(new Authority(domain));
		}
		try {
			return Optional.of(of(TenantId.parse(text)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
