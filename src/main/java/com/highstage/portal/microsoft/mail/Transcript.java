package com.highstage.portal.microsoft.mail;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The beginning of what a server said.
 */
final class Transcript {

	private static final int LONGEST = 16 * 1024;

	private final StringBuilder said = new StringBuilder();

	void add(byte[] bytes, int offset, int count) {
		int wanted = Math.min(count, LONGEST - this.said.length());
		if (wanted > 0) {
			this.said.append(new String(bytes, offset, wanted, StandardCharsets.ISO_8859_1));
		}
	}

	/**
	 * Finds a line by its beginning.
	 * @param prefix how it begins
	 * @return the rest of the first such line
	 */
	Optional<String> line(String prefix) {
		return line(this.said.toString().lines(), prefix);
	}

	/**
	 * Finds a line by its beginning, after the server asked for what it needs to go on.
	 * @param prefix how it begins
	 * @return the rest of the first such line
	 */
	Optional<String> lineAfterChallenge(String prefix) {
		Predicate<String> challenge = (line) -> line.equals("+") || line.startsWith("+ ");
		return line(this.said.toString().lines().dropWhile(challenge.negate()), prefix);
	}

	private static Optional<String> line(Stream<String> lines, String prefix) {
		return lines.filter((line) -> line.startsWith(prefix))
			.findFirst()
			.map((line) -> line.substring(prefix.length()).strip());
	}

}
