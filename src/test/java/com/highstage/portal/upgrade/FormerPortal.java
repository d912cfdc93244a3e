package com.highstage.portal.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.nimbusds.jose.jwk.JWK;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import com.highstage.portal.PortalApplication;
import com.highstage.portal.SimulatedMicrosoft;
import com.highstage.portal.Surfer;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.Database.Kind;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.vault.reader.SealedCredentialReader;

/**
 * Today's portal on the database and the keys that an earlier one has left.
 */
final class FormerPortal implements AutoCloseable {

	private static final String ADDRESS = "http://localhost:8080";

	private final Path keys;

	private final Database database;

	private final ConfigurableApplicationContext portal;

	private FormerPortal(Path keys, Database database, ConfigurableApplicationContext portal) {
		this.keys = keys;
		this.database = database;
		this.portal = portal;
	}

	static FormerPortal started(Kind kind, Path directory, Microsoft365Simulator microsoft365) throws IOException {
		Path left = Path.of("src/test/resources/upgrade", kind.name().toLowerCase(Locale.ROOT));
		Path keys = Files.createDirectory(directory.resolve("keys"));
		try (Stream<Path> files = Files.list(left.resolve("keys"))) {
			for (Path file : files.toList()) {
				Path copy = Files.copy(file, keys.resolve(file.getFileName()));
				Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
			}
		}
		Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
		Database database = database(kind, left.resolve("portal.sql.gz"));
		Map<String, String> settings = new LinkedHashMap<>(SimulatedMicrosoft.settings(microsoft365));
		settings.putAll(Map.of("portal.url", ADDRESS, "portal.data", directory.toString(), "portal.vault.generate",
				"true", "spring.datasource.url", database.url(), "server.port", "0", "server.address", "127.0.0.1",
				"management.server.port", "-1"));
		return new FormerPortal(keys, database,
				SpringApplication.run(PortalApplication.class,
						settings.entrySet()
							.stream()
							.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
							.toArray(String[]::new)));
	}

	private static Database database(Kind kind, Path script) throws IOException {
		if (kind == Kind.H2) {
			Database database = Embedded.newEmptyDatabase();
			database.jdbc().sql("runscript from '%s' compression gzip".formatted(script.toAbsolutePath())).update();
			return database;
		}
		Database database = Postgres.newEmptyDatabase();
		try (InputStream stream = new GZIPInputStream(Files.newInputStream(script))) {
			database.jdbc().sql(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).update();
		}
		return database;
	}

	Database database() {
		return this.database;
	}

	<T> T bean(Class<T> type) {
		return this.portal.getBean(type);
	}

	Surfer surfer() {
		int port = Objects.requireNonNull(((WebServerApplicationContext) this.portal).getWebServer()).getPort();
		return new Surfer(URI.create(ADDRESS), URI.create("http://127.0.0.1:" + port));
	}

	/**
	 * What Highstage has had all the time to open secrets with.
	 * @return the reader
	 */
	SealedCredentialReader reader() throws Exception {
		return new SealedCredentialReader(List.of(JWK.parse(key("recipient-private-key")).toRSAKey()),
				List.of(JWK.parse(key("signing-key")).toECKey().toPublicJWK()), ADDRESS);
	}

	private String key(String name) throws IOException {
		return Files.readString(this.keys.resolve(name + ".jwk"));
	}

	@Override
	public void close() {
		this.portal.close();
	}

}
