package com.highstage.portal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SamplesTests {

	private static final Pattern ROW = Pattern.compile(
			"<tr>\\s*<th scope=\"row\"[^>]*><a[^>]*>([^<]*)</a>.*?<span class=\"badge-state[^>]*>([^<]*)</span>",
			Pattern.DOTALL);

	/** Eleven customers take a minute, and on a slow machine far longer. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final ReservedPort reserved = ReservedPort.any();

	private final int port = this.reserved.number();

	@AfterEach
	void release() {
		this.reserved.close();
	}

	@Test
	void whoeverOpensThePortalFirstFindsElevenCustomers()
			throws ExecutionException, InterruptedException, TimeoutException {
		try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0)) {
			CompletableFuture<ConfigurableApplicationContext> started = CompletableFuture
				.supplyAsync(() -> TestPortalApplication.run(microsoft365, "--samples", "--server.port=" + this.port,
						"--portal.url=http://localhost:" + this.port, "--portal.data=./target/samples-tests",
						"--management.server.port=-1"));
			await("the port").atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(20))
				.until(() -> started.isCompletedExceptionally() || isOpen());
			assertThat(started).isNotCompletedExceptionally();
			Surfer operator = new Surfer(URI.create("http://localhost:" + this.port));
			operator.signIn("operator@highstage.example");
			assertThat(rows(operator, "")).hasSize(11);
			try (ConfigurableApplicationContext portal = started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				assertThat(portal.isRunning()).isTrue();
				look(operator);
			}
		}
	}

	private static void look(Surfer operator) {
		assertThat(rows(operator, "")).containsExactlyInAnyOrder("Adatum Corporation: Invitation sent",
				"Alpine Ski House: Waits for a colleague", "Coho Winery: Not delivered", "Fourth Coffee: Link opened",
				"Humongous Insurance: Link has expired", "Litware: Stuck", "Lucerne Publishing: Under way",
				"Margie’s Travel: Waits for Microsoft", "Proseware: Works", "Trey Research: Ended",
				"Wingtip Toys: Works");
		assertThat(rows(operator, "?expires=MONTH")).containsExactly("Proseware: Works");
		assertThat(rows(operator, "?match=needed")).containsExactly("Wingtip Toys: Works");
		assertThat(rows(operator, "?stuck=THREE_DAYS")).contains("Litware: Stuck")
			.doesNotContain("Lucerne Publishing: Under way");
	}

	private static List<String> rows(Surfer operator, String query) {
		return ROW.matcher(operator.open("/operator" + query).body())
			.results()
			.map((row) -> row.group(1) + ": " + row.group(2))
			.toList();
	}

	private boolean isOpen() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("localhost", this.port), 100);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
