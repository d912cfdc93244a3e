package com.highstage.portal.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.reader.RunningHighstage.Held;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Highstage follows fifty customers who connect, renew and leave, while the portal is
 * killed at random.
 */
class ReaderIT {

	private static final int MANY = 50;

	private static final int LEAVING = 15;

	private static final int KILLS = 5;

	private static final Map<String, String> SETTINGS = Map.of("portal.limits.pages", "100000",
			"portal.limits.sign-ins", "100000", "portal.limits.heavy", "100000", "portal.handover.requests-per-minute",
			"100000", "portal.onboarding.settle", "3s", "portal.removal.quiet", "3s");

	@TempDir
	Path directory;

	@Test
	void highstageAlwaysHoldsASecretThatLogsInAndEndsWithTheNewest() throws Exception {
		long seed = System.nanoTime();
		try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
				PackagedPortal portal = PackagedPortal.against(this.directory, microsoft365, SETTINGS)) {
			microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
			portal.start();
			Path key = this.directory.resolve("data/keys/recipient-private-key.jwk");
			try (RunningHighstage highstage = new RunningHighstage(portal, microsoft365, key)) {
				List<Customer> customers = customers(portal, microsoft365, highstage);
				Restarts restarts = new Restarts(portal, KILLS, MANY * 2 + LEAVING, new Random(seed));
				try (restarts) {
					each(customers, restarts, Customer::connect);
					each(customers, restarts, Customer::renew);
					each(customers.subList(0, LEAVING), restarts, Customer::leave);
				}
				Map<String, Held> holds = highstage.finish();
				assertThat(highstage.complaints()).as("seed %d", seed).isEmpty();
				assertThat(restarts.done()).isEqualTo(KILLS);
				assertThat(holds).hasSize(MANY);
				customers.subList(0, LEAVING)
					.forEach((gone) -> assertThat(holds.get(gone.tenant()).keyId()).isEqualTo("none"));
				customers.subList(LEAVING, MANY).forEach((one) -> {
					assertThat(holds.get(one.tenant()).sequence()).as(one.tenant()).isGreaterThan(1);
					assertThat(one.keys()).as(one.tenant()).containsExactly(holds.get(one.tenant()).keyId());
				});
			}
		}
	}

	private static List<Customer> customers(PackagedPortal portal, Microsoft365Simulator microsoft365,
			RunningHighstage highstage) {
		return IntStream.range(0, MANY).mapToObj(Customer::company).map((company) -> {
			microsoft365.found(company);
			return new Customer(portal, microsoft365, highstage, company);
		}).toList();
	}

	private static void each(List<Customer> customers, Restarts restarts, Consumer<Customer> deed)
			throws InterruptedException, ExecutionException, IOException {
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

}
