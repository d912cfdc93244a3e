package com.highstage.portal.vault.key;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The portal cannot start with the keys it was given. It says what is wrong and what to
 * do, names files and settings, and never quotes what is in a file.
 */
public class KeyProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	KeyProblemException(String problem, String remedy) {
		super(problem);
		this.remedy = remedy;
	}

	static KeyProblemException missing(Collection<KeyRole> roles, Path directory) {
		return new KeyProblemException(
				"The portal has no keys: " + properties(roles) + ((roles.size() == 1) ? " is" : " are") + " not set.",
				"Set each to a key file (JWK or PEM, readable by its owner only) or to keystore:<alias>. "
						+ "To try the portal out, set portal.vault.generate=true: it then generates keys in "
						+ directory.toAbsolutePath().normalize() + ".");
	}

	static KeyProblemException unusable(KeyRole role, String location, String problem, String remedy) {
		return new KeyProblemException(role.property() + " cannot be used: " + location + " " + problem + ".", remedy);
	}

	/**
	 * What somebody has to do about it.
	 * @return one or two sentences
	 */
	public String remedy() {
		return this.remedy;
	}

	private static String properties(Collection<KeyRole> roles) {
		return roles.stream().map(KeyRole::property).collect(Collectors.joining(", "));
	}

}
