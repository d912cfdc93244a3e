package com.highstage.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.packaged.TroubledSmtp;
import com.highstage.portal.packaged.TroubledSmtp.Received;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thousand customers from one list, while mail server and portal are each killed at the
 * worst time: the mail is taken, and the answer is lost.
 */
class ThousandInvitationsIT {

	private static final int MANY = 1000;

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@TempDir
	Path directory;

	@Test
	void eachGetsOneMailHoweverOftenSomethingIsKilled() {
		try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
				TroubledSmtp smtp = new TroubledSmtp();
				PackagedPortal portal = PackagedPortal.against(this.directory, microsoft365, Map.of("spring.mail.port",
						String.valueOf(smtp.port()), "portal.notification.first-wait", "1s"))) {
			portal.start();
			TroubledSmtp.Owed first = smtp.owe(MANY / 3);
			invite(new Surfer(portal.url()).signIn("operator@highstage.example"));
			first.await();
			smtp.kill();
			TroubledSmtp.Owed second = smtp.owe(MANY * 2 / 3);
			smtp.start();
			second.await();
			portal.kill();
			second.settle();
			portal.start();
			await("mails").atMost(PATIENCE).until(() -> recipients(smtp).size() == MANY);
			portal.stop();
			Map<String, List<String>> ids = smtp.received()
				.stream()
				.collect(Collectors.groupingBy(Received::to,
						Collectors.mapping(Received::messageId, Collectors.toList())));
			assertThat(ids.keySet()).isEqualTo(addresses());
			assertThat(ids.values()).allSatisfy((all) -> assertThat(Set.copyOf(all)).hasSize(1));
			assertThat(ids.values().stream().filter((all) -> all.size() > 1)).as("one duplicate for each crash")
				.hasSizeLessThanOrEqualTo(2);
			assertThat(smtp.received()).hasSizeLessThanOrEqualTo(MANY + 2);
			assertThat(smtp.tries()).as("a tenth was refused").isGreaterThan(MANY * 11 / 10);
		}
	}

	private static void invite(Surfer operator) {
		String list = addresses().stream()
			.map((address) -> address.replaceAll("\\D+", "") + ";Customer " + address + ";" + address)
			.collect(Collectors.joining("\n", "reference;name;address\n", ""));
		Press.primary(operator.open("/operator/import"), Map.of("list", list));
		assertThat(operator.path()).as(operator.body()).startsWith("/operator/import?list=");
		Press.primary(operator);
		assertThat(operator.path()).as(operator.body()).startsWith("/operator/import?list=");
	}

	private static Set<String> recipients(TroubledSmtp smtp) {
		return smtp.received().stream().map(Received::to).collect(Collectors.toSet());
	}

	private static Set<String> addresses() {
		return IntStream.rangeClosed(1, MANY)
			.mapToObj("admin@customer%04d.example"::formatted)
			.collect(Collectors.toSet());
	}

}
