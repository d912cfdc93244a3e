package com.highstage.portal.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import com.highstage.portal.PortalApplication;
import com.highstage.portal.SimulatedMicrosoft;
import com.highstage.portal.Surfer;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * A portal on PostgreSQL with a crowd of customers, and an operator who is signed in.
 */
final class DeskPortal implements AutoCloseable {

	private static final String ADDRESS = "http://localhost:8080";

	private final RecordedStatements statements = new RecordedStatements();

	private final Database database = Postgres.newEmptyDatabase();

	private final ConfigurableApplicationContext portal;

	private final URI reachedAt;

	private final Surfer operator;

	DeskPortal(Microsoft365Simulator microsoft365, int customers) {
		SpringApplication application = new SpringApplication(PortalApplication.class);
		application.addInitializers((context) -> context.getBeanFactory().addBeanPostProcessor(this.statements));
		this.portal = application.run(settings(microsoft365).entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new));
		this.reachedAt = URI
			.create("http://127.0.0.1:" + ((WebServerApplicationContext) this.portal).getWebServer().getPort());
		SingleConnectionDataSource alone = new SingleConnectionDataSource(this.database.url(), true);
		new Crowd(JdbcClient.create(alone), customers).settle();
		alone.destroy();
		this.operator = new Surfer(URI.create(ADDRESS), this.reachedAt).signIn("operator@highstage.example");
	}

	private Map<String, String> settings(Microsoft365Simulator microsoft365) {
		Map<String, String> settings = new LinkedHashMap<>(SimulatedMicrosoft.settings(microsoft365));
		settings.put("portal.url", ADDRESS);
		settings.put("portal.data", Path.of("target", "desk-benchmark").toAbsolutePath().toString());
		settings.put("portal.vault.generate", "true");
		settings.put("portal.limits.pages", "1000000");
		settings.put("server.port", "0");
		settings.put("management.server.port", "-1");
		settings.put("spring.datasource.url", this.database.url());
		return settings;
	}

	void open(String path) {
		if (this.operator.open(path).status() != 200) {
			throw new IllegalStateException(path + ": " + this.operator.status() + " " + this.operator.path());
		}
	}

	JdbcClient jdbc() {
		return this.database.jdbc();
	}

	/**
	 * The mark of a row near the end of the list by name.
	 * @return as in the list's own links
	 */
	String deepMark() {
		return jdbc().sql("""
				select encode(name_key, 'hex') || '_' || customer_id from desk_row order by name_key
				offset (select count(*) * 9 / 10 from desk_row) limit 1
				""").query(String.class).single();
	}

	/**
	 * How the database answers the queries of a page.
	 * @param path the page
	 * @return plans by query
	 */
	Map<String, List<String>> plans(String path) {
		return this.statements.during(() -> open(path))
			.entrySet()
			.stream()
			.filter((query) -> query.getKey().startsWith("select"))
			.collect(Collectors.toMap(Map.Entry::getKey,
					(query) -> RecordedStatements.explain(jdbc(), query.getKey(), query.getValue())));
	}

	/**
	 * The export, as it arrives.
	 * @return its lines
	 */
	InputStream export() {
		HttpRequest request = HttpRequest.newBuilder(this.reachedAt.resolve("/operator/export.csv"))
			.header("Cookie", "__Host-portal=" + this.operator.cookie("__Host-portal").orElseThrow())
			.build();
		try {
			return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.portal.close();
	}

}
