package com.highstage.portal.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.reader.RunningHighstage.Held;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.model.Founding.Company;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Highstage follows fifty customers who connect, renew and leave, while the portal is
 * killed at random: half of them by HTTP, the others with nothing but a login of the role
 * {@code highstage_reader}.
 */
class ReaderIT {

	private static final int MANY = 50;

	private static final int LEAVING = 15;

	private static final int KILLS = 5;

	private static final Map<String, String> SETTINGS = Map.of("portal.limits.pages", "100000",
			"portal.limits.sign-ins", "100000", "portal.limits.heavy", "100000", "portal.handover.requests-per-minute",
			"100000", "portal.onboarding.settle", "3s", "portal.removal.quiet", "3s", "portal.onboarding.lease", "15s",
			"portal.removal.lease", "15s", "db-scheduler.heartbeat-interval", "2s");

	private final Database database = Postgres.newEmptyDatabase();

	@TempDir
	Path directory;

	@Test
	void highstageAlwaysHoldsASecretThatLogsInAndEndsWithTheNewest() throws Exception {
		long seed = System.nanoTime();
		Map<String, String> settings = new HashMap<>(SETTINGS);
		settings.put("spring.datasource.url", this.database.url());
		try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
				PackagedPortal portal = PackagedPortal.against(this.directory, microsoft365, settings)) {
			microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
			portal.start();
			List<Company> companies = IntStream.range(0, MANY).mapToObj(Customer::company).toList();
			companies.forEach(microsoft365::found);
			Path key = this.directory.resolve("data/keys/recipient-private-key.jwk");
			try (RunningHighstage byHttp = new RunningHighstage(microsoft365, key, portal.url(), "",
					companies.subList(0, MANY / 2));
					RunningHighstage bySql = new RunningHighstage(microsoft365, key, portal.url(), login(),
							companies.subList(MANY / 2, MANY))) {
				List<Customer> customers = Stream.of(byHttp, bySql)
					.flatMap((each) -> each.customers()
						.stream()
						.map((one) -> new Customer(portal, microsoft365, each, one)))
					.collect(Collectors.toCollection(ArrayList::new));
				Collections.shuffle(customers, new Random(seed));
				comeRenewAndLeave(portal, customers, seed);
				followed(customers, byHttp, seed);
				followed(customers, bySql, seed);
			}
		}
	}

	// as the README says
	private String login() {
		String login = "highstage_" + UUID.randomUUID().toString().replace("-", "");
		this.database.jdbc().sql("create role %s login in role highstage_reader".formatted(login)).update();
		return this.database.url().replaceFirst("user=\\w+", "user=" + login);
	}

	private static void comeRenewAndLeave(PackagedPortal portal, List<Customer> customers, long seed)
			throws InterruptedException, ExecutionException {
		Restarts restarts = new Restarts(portal, KILLS, MANY * 2 + LEAVING, new Random(seed));
		try (restarts) {
			each(customers, restarts, Customer::connect);
			each(customers, restarts, Customer::renew);
			each(customers.subList(0, LEAVING), restarts, Customer::leave);
		}
		assertThat(restarts.done()).isEqualTo(KILLS);
	}

	private static void each(List<Customer> customers, Restarts restarts, Consumer<Customer> deed)
			throws InterruptedException, ExecutionException {
		try (ExecutorService people = Executors.newFixedThreadPool(6)) {
			List<Future<?>> deeds = customers.stream().<Future<?>>map((customer) -> people.submit(() -> {
				restarts.deed();
				deed.accept(customer);
			})).toList();
			for (Future<?> done : deeds) {
				done.get();
			}
		}
	}

	private static void followed(List<Customer> customers, RunningHighstage highstage, long seed) {
		Map<String, Held> holds = highstage.finish();
		assertThat(highstage.complaints()).as("seed %d", seed).isEmpty();
		assertThat(holds).hasSize(MANY / 2);
		for (int i = 0; i < MANY; i++) {
			Customer one = customers.get(i);
			Held held = holds.get(one.tenant());
			if (one.highstage() == highstage) {
				assertThat(held.sequence()).as(one.tenant()).isGreaterThan(1);
				assertThat(one.keys()).as(one.tenant()).isEqualTo((i < LEAVING) ? List.of() : List.of(held.keyId()));
				assertThat(held.keyId().equals("none")).as(one.tenant()).isEqualTo(i < LEAVING);
			}
		}
	}

}
