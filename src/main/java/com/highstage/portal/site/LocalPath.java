package com.highstage.portal.site;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address within the portal that is safe to redirect to.
 *
 * @param value a path that begins with exactly one slash, with or without a query
 */
public record LocalPath(String value) {

	private static final Pattern SAFE = Pattern
		.compile("/(?:[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?(?:\\?[A-Za-z0-9._~%&=+/-]*)?");

	public LocalPath {
		if (value.length() > 2000 || !SAFE.matcher(value).matches()) {
			throw new IllegalArgumentException("not an address within the portal");
		}
	}

	/**
	 * Reads an address that came with a request.
	 * @param text the address
	 * @return the address, or empty if it leads elsewhere
	 */
	public static Optional<LocalPath> parse(String text) {
		return (text.length() <= 2000 && SAFE.matcher(text).matches()) ? Optional.of(new LocalPath(text))
				: Optional.empty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
