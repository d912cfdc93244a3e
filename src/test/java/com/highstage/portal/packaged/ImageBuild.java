package com.highstage.portal.packaged;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.highstage.portal.packaged.Dockerfile.Instruction;

/**
 * Follows a Dockerfile in plain directories: each stage has one that stands for its root.
 */
class ImageBuild {

	private static final String UNPRIVILEGED = "10001:10001";

	private final Path directory;

	private final Map<String, Path> stages = new LinkedHashMap<>();

	private Path root;

	private String workingDirectory = "/";

	ImageBuild(Path directory) {
		this.directory = directory;
		this.root = directory;
	}

	void follow(Dockerfile file) throws IOException, InterruptedException {
		for (Instruction instruction : file.instructions()) {
			switch (instruction.keyword()) {
				case "FROM" -> from(instruction.argument().split("\\s+"));
				case "WORKDIR" -> {
					this.workingDirectory = instruction.argument();
					Files.createDirectories(workingDirectory());
				}
				case "COPY" -> copy(instruction.argument().split("\\s+"));
				case "RUN" -> run(instruction.argument());
				case "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT" -> {
				}
				default -> throw new IllegalStateException("Not followed: " + instruction);
			}
		}
	}

	Path workingDirectory() {
		return this.root.resolve(this.workingDirectory.substring(1));
	}

	/**
	 * A process of the image.
	 * @param command with paths of the image
	 * @param unprivileged whether it drops to the image's user, where this process is
	 * root
	 * @return its builder
	 */
	ProcessBuilder process(List<String> command, boolean unprivileged) {
		List<String> whole = new ArrayList<>();
		if (unprivileged && isRoot()) {
			whole.addAll(List.of("setpriv", "--reuid=10001", "--regid=10001", "--clear-groups"));
		}
		command.forEach((part) -> whole.add(here(part)));
		ProcessBuilder process = new ProcessBuilder(whole).directory(workingDirectory().toFile());
		process.environment().merge("PATH", System.getProperty("java.home") + "/bin", (old, jdk) -> jdk + ":" + old);
		return process.redirectErrorStream(true);
	}

	String here(String text) {
		return text.replace("/data", this.root + "/data")
			.replace("/tmp/training", this.root + "/training")
			.replace(UNPRIVILEGED, isRoot() ? UNPRIVILEGED : "$(id -u):$(id -g)");
	}

	private void from(String[] arguments) throws IOException {
		String name = (arguments.length == 3) ? arguments[2] : "image";
		this.root = Files.createDirectory(this.directory.resolve(name));
		this.stages.put(name, this.root);
	}

	private void copy(String[] arguments) throws IOException {
		boolean staged = arguments[0].startsWith("--from=");
		Path source = staged ? this.stages.get(arguments[0].substring(7)).resolve(arguments[1].substring(1))
				: Path.of(arguments[0]).toAbsolutePath();
		Path target = workingDirectory().resolve(arguments[arguments.length - 1]).normalize();
		try (Stream<Path> files = Files.walk(source)) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				Path to = target.resolve(source.relativize(file).toString()).normalize();
				Files.createDirectories(to.getParent());
				Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	private void run(String command) throws IOException, InterruptedException {
		File log = this.directory.resolve("run.log").toFile();
		Process process = process(List.of("bash", "-c", command), false).redirectOutput(log).start();
		if (!process.waitFor(20, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IllegalStateException(command + "\n" + Files.readString(log.toPath()));
		}
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"))
				&& FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
	}

}
