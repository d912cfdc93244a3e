package com.highstage.portal.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The portal's templates, words and sources as files.
 */
final class TemplateFiles {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private TemplateFiles() {
	}

	static List<Path> templates() throws IOException {
		return files(RESOURCES.resolve("templates"), ".html");
	}

	static List<Path> sources() throws IOException {
		return files(Path.of("src/main/java"), ".java");
	}

	static List<String> bundles() throws IOException {
		return files(RESOURCES.resolve("messages"), ".properties").stream()
			.map((file) -> file.getFileName().toString().replace(".properties", ""))
			.filter((name) -> !name.contains("_"))
			.toList();
	}

	static Properties words(String bundle, String language) throws IOException {
		Properties words = new Properties();
		Path file = RESOURCES.resolve("messages/" + bundle + language + ".properties");
		try (Reader reader = Files.newBufferedReader(file)) {
			words.load(reader);
		}
		return words;
	}

	static Set<String> found(List<Path> files, Pattern pattern) throws IOException {
		Set<String> found = new TreeSet<>();
		for (Path file : files) {
			Matcher matcher = pattern.matcher(Files.readString(file));
			while (matcher.find()) {
				found.add(matcher.group(1));
			}
		}
		return found;
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

}
