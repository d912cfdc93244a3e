package com.highstage.portal.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Spring Boot process that has just started.
 *
 * @param process the process
 * @param seconds from the JVM's own start until Spring Boot says that it has started
 * @param processorSeconds processor time until then, which does not mind other work on
 * the machine
 */
record StartedProcess(Process process, double seconds, double processorSeconds) implements AutoCloseable {

	private static final Pattern STARTED = Pattern
		.compile("Started .* in .* seconds \\(process running for ([0-9.]+)\\)");

	static StartedProcess start(List<String> command, Path log) throws IOException, InterruptedException {
		Files.deleteIfExists(log);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		while (true) {
			String output = Files.readString(log);
			Matcher started = STARTED.matcher(output);
			if (started.find()) {
				return new StartedProcess(process, Double.parseDouble(started.group(1)), processorSeconds(process));
			}
			if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException(command + "\n" + output);
			}
		}
	}

	ProcessMemory memory() {
		return new ProcessMemory(this.process.pid());
	}

	private static double processorSeconds(Process process) {
		return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
	}

}
