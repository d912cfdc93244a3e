package com.highstage.portal.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * What the portal's public address must look like.
 */
final class PublicAddress {

	private static final Set<String> ROOT = Set.of("", "/");

	private PublicAddress() {
	}

	static Optional<String> problem(String address) {
		try {
			return problem(new URI(address.strip()));
		}
		catch (URISyntaxException ex) {
			return Optional.of("is not an address: " + ex.getMessage());
		}
	}

	private static Optional<String> problem(URI uri) {
		if (uri.getHost() == null || uri.getScheme() == null) {
			return Optional.of("must be a whole address such as https://portal.example.com");
		}
		if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null
				|| !ROOT.contains(uri.getPath())) {
			return Optional.of("must be a bare address, without path, query or user name");
		}
		if (uri.getScheme().equalsIgnoreCase("http") && uri.getHost().equalsIgnoreCase("localhost")) {
			return Optional.empty();
		}
		return uri.getScheme().equalsIgnoreCase("https") ? Optional.empty()
				: Optional.of("must begin with https:// (http:// is for localhost only)");
	}

}
