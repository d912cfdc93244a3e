package com.highstage.portal.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.highstage.portal.packaged.PackagedPortal;

/**
 * How much memory a running JVM has, asked from outside.
 *
 * @param pid the process
 */
record ProcessMemory(long pid) {

	private static final Pattern HEAP_USED = Pattern.compile("used ([0-9]+)K");

	/**
	 * What lives on the heap once garbage is collected.
	 * @return in MiB
	 */
	double heapMegabytes() {
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
	double residentMegabytes() {
		return status("VmRSS:");
	}

	@Override
	public String toString() {
		double most = status("VmHWM:");
		return "heap after a collection %.0f MiB; resident %.0f MiB, until then at most %.0f MiB"
			.formatted(heapMegabytes(), residentMegabytes(), most);
	}

	private double status(String name) {
		try {
			return Files.readAllLines(Path.of("/proc/" + this.pid + "/status"))
				.stream()
				.filter((line) -> line.startsWith(name))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String jcmd(String command) {
		try {
			Process jcmd = new ProcessBuilder(Path.of(PackagedPortal.java()).resolveSibling("jcmd").toString(),
					Long.toString(this.pid), command)
				.redirectErrorStream(true)
				.start();
			return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
