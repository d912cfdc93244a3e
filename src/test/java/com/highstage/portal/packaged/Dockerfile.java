package com.highstage.portal.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a Dockerfile that this project's own one uses.
 *
 * @param instructions in order, continued lines joined, comments dropped
 */
record Dockerfile(List<Instruction> instructions) {

	private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

	static Dockerfile read(Path file) throws IOException {
		String joined = Files.readString(file).replaceAll("(?m)^#.*\\R?", "").replaceAll("\\\\\\R", " ");
		return new Dockerfile(joined.lines().filter((line) -> !line.isBlank()).map(Instruction::parse).toList());
	}

	String only(String keyword) {
		List<String> found = this.instructions.stream()
			.filter((instruction) -> instruction.keyword().equals(keyword))
			.map(Instruction::argument)
			.toList();
		if (found.size() != 1) {
			throw new IllegalStateException("One %s expected: %s".formatted(keyword, found));
		}
		return found.getFirst();
	}

	List<String> entryPoint() {
		return strings(only("ENTRYPOINT"));
	}

	List<String> healthCheck() {
		String check = only("HEALTHCHECK");
		return strings(check.substring(check.indexOf("CMD")));
	}

	Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		Arrays.stream(only("ENV").split("\\s+"))
			.map((pair) -> pair.split("=", 2))
			.forEach((pair) -> environment.put(pair[0], pair[1]));
		return environment;
	}

	private static List<String> strings(String json) {
		List<String> strings = new ArrayList<>();
		Matcher matcher = STRING.matcher(json);
		while (matcher.find()) {
			strings.add(matcher.group(1).translateEscapes());
		}
		return strings;
	}

	/**
	 * One line.
	 *
	 * @param keyword such as {@code RUN}
	 * @param argument the rest
	 */
	record Instruction(String keyword, String argument) {

		static Instruction parse(String line) {
			String[] parts = line.strip().split("\\s+", 2);
			return new Instruction(parts[0], parts[1]);
		}

	}

}
