package com.highstage.portal.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.model.Founding.Company;

/**
 * The program {@link Highstage} as a process of its own, and what it says.
 */
final class RunningHighstage implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 120;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final Map<String, Held> used = new ConcurrentHashMap<>();

	private final Map<String, String> ended = new ConcurrentHashMap<>();

	private final List<Company> customers;

	private final Process process;

	private final Thread listening;

	/**
	 * Starts it.
	 * @param microsoft365 the simulator
	 * @param key the file with the private key
	 * @param portal the portal's address
	 * @param database the address of its database, for a login of the role
	 * {@code highstage_reader}; empty if it is followed by HTTP
	 * @param customers whom it follows
	 */
	RunningHighstage(Microsoft365Simulator microsoft365, Path key, URI portal, String database,
			List<Company> customers) {
		this.customers = customers;
		// before Java 25 a main method that is not public is a preview feature (JEP 445)
		List<String> command = new ArrayList<>(List.of(PackagedPortal.java(), "--enable-preview", "-Xmx128m",
				"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
		command.addAll(PackagedPortal.compilers());
		command.addAll(List.of(Highstage.class.getName(), microsoft365.at("/login").toString(),
				Integer.toString(microsoft365.imapPort()), key.toString(), portal.toString(), database));
		command.add(customers.stream().map((one) -> one.tenantId().toString()).collect(Collectors.joining(",")));
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.listening = Thread.ofPlatform().start(() -> this.process.inputReader().lines().forEach(this::hear));
	}

	List<Company> customers() {
		return this.customers;
	}

	private void hear(String line) {
		String[] words = line.split(" ");
		switch (words[0]) {
			case "USES" -> this.used.put(words[1], new Held(Long.parseLong(words[2]), words[3]));
			case "ENDED" -> this.ended.put(words[1], line);
			case "AWAY" -> {
				return;
			}
			default -> {
			}
		}
		this.lines.add(line);
	}

	/**
	 * What it uses since it has acknowledged it.
	 * @param tenant of which organisation
	 * @return nothing, sequence 0, before the first one
	 */
	Held uses(String tenant) {
		return this.used.getOrDefault(tenant, new Held(0, ""));
	}

	boolean knowsTheEndOf(String tenant) {
		return this.ended.containsKey(tenant);
	}

	/**
	 * Everything that must never be, and everything that is no line of the program's.
	 * @return nothing, if all is well
	 */
	List<String> complaints() {
		return this.lines.stream()
			.filter((line) -> !line.matches("(USES|ENDED|HOLDS|END) .*"))
			.filter((line) -> !PackagedPortal.isVirtualMachines(line))
			.toList();
	}

	/**
	 * Lets it have a last look.
	 * @return what it holds at the end, by organisation
	 */
	Map<String, Held> finish() {
		try {
			this.process.outputWriter().append('\n').flush();
			if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Highstage did not end: " + this.lines);
			}
			this.listening.join();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(String.join("\n", this.lines), ex);
		}
		Map<String, Held> holds = new ConcurrentHashMap<>();
		this.lines.stream()
			.map((line) -> line.split(" "))
			.filter((words) -> words[0].equals("HOLDS"))
			.forEach((words) -> holds.put(words[1], new Held(Long.parseLong(words[2]), words[3])));
		return holds;
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * One secret.
	 *
	 * @param sequence its sequence
	 * @param keyId its id at Microsoft; {@code none} after the end
	 */
	record Held(long sequence, String keyId) {

	}

}
