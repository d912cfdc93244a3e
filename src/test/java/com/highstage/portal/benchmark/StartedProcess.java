package com.highstage.portal.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.highstage.portal.packaged.PackagedPortal;

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

	private static final Pattern HEAP_USED = Pattern.compile("used ([0-9]+)K");

	static StartedProcess start(List<String> command, Path log) throws IOException, InterruptedException {
		Files.deleteIfExists(log);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		while (true) {
			String output = Files.readString(log);
			Matcher started = STARTED.matcher(output);
			if (started.find()) {
				return new StartedProcess(process, Double.parseDouble(started.group(1)), processorSeconds(process));
			}
			if (!process.isAlive()) {
				throw new IllegalStateException(command + "\n" + output);
			}
			Thread.sleep(50);
		}
	}

	/**
	 * What lives on the heap once garbage is collected.
	 * @return in MiB
	 */
	double heapMegabytes() throws IOException, InterruptedException {
		jcmd("GC.run");
		Matcher used = HEAP_USED.matcher(jcmd("GC.heap_info"));
		if (!used.find()) {
			throw new IllegalStateException("No heap usage");
		}
		return Double.parseDouble(used.group(1)) / 1024;
	}

	/**
	 * What the operating system counts as the process's memory.
	 * @return in MiB
	 */
	double residentMegabytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

	private static double processorSeconds(Process process) {
		return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
	}

	private String jcmd(String command) throws IOException, InterruptedException {
		Process jcmd = new ProcessBuilder(Path.of(PackagedPortal.java()).resolveSibling("jcmd").toString(),
				Long.toString(this.process.pid()), command)
			.redirectErrorStream(true)
			.start();
		String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		jcmd.waitFor();
		return output;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
	}

}
