package com.highstage.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.handover.HighstageClient;
import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.simulator.model.Founding.Company;

import static org.awaitility.Awaitility.await;

/**
 * An organisation whose portal is killed while its secret is renewed.
 */
final class KilledRenewal {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final String PAGE = "/onboarding/renewal";

	private static final String OURS = "(hs-";

	private final PackagedPortal portal;

	private final Microsoft365Simulator microsoft365;

	private final Moment moment;

	private final Company company;

	private final Surfer surfer;

	private String former = "";

	KilledRenewal(PackagedPortal portal, Microsoft365Simulator microsoft365, Moment moment) {
		this.portal = portal;
		this.microsoft365 = microsoft365;
		this.moment = moment;
		this.company = Company.of(moment.name(),
				"renewal-%s.example".formatted(moment.name().toLowerCase(Locale.ROOT)));
		this.surfer = new Surfer(portal.url());
	}

	Moment moment() {
		return this.moment;
	}

	/**
	 * Connects, and then somebody else makes a secret of their own.
	 */
	void connect() {
		this.microsoft365.found(this.company);
		new PlainJourney(this.surfer, (page) -> {
		}).travel(administrator());
		this.former = ours().getFirst();
		Browser somebody = Browser.ofAnotherApplication(this.microsoft365);
		somebody.graph(somebody.manager(administrator(), this.company.tenantId().toString()), "POST",
				"applications/" + application().path("id").asString() + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"Somebody's\"}}");
	}

	/**
	 * Renews until it hangs.
	 */
	void hang() {
		boolean removing = this.moment.offered() == 2;
		if (!removing) {
			this.microsoft365.fault(this.moment.fault());
		}
		long hanging = hanging();
		Press.primary(this.surfer.open(PAGE));
		if (removing) {
			awaitOffer();
			this.surfer.open(PAGE);
			this.microsoft365.fault(this.moment.fault());
			acknowledge();
		}
		await(this.moment.name()).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> hanging() > hanging);
	}

	private long hanging() {
		return this.microsoft365.journal().stream().filter((entry) -> entry.fault() != null).count();
	}

	/**
	 * The customer looks again, and Highstage uses what it is offered.
	 */
	void goOn() {
		awaitOffer();
		acknowledge();
		await("the former one is gone, and the page knows").atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> !this.surfer.open(PAGE).body().contains(this.former) && ours().size() == 1);
	}

	private void awaitOffer() {
		await("the new one is offered").atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
			this.surfer.open(PAGE);
			return row().path("sequence").asLong() > 1;
		});
	}

	private void acknowledge() {
		JsonNode row = row();
		highstage().put("/connections/" + row.path("connection_id").asString() + "/acknowledgement",
				"{\"sequence\":" + row.path("sequence").asLong() + "}");
	}

	/**
	 * What Highstage is shown.
	 * @return the row
	 */
	JsonNode row() {
		return HighstageClient.json(highstage().get("/connections?tenant=" + this.company.tenantId()))
			.path("connections")
			.path(0);
	}

	private HighstageClient highstage() {
		return HighstageClient.of(this.portal.url(), this.microsoft365);
	}

	List<String> ours() {
		return keys(true);
	}

	List<String> others() {
		return keys(false);
	}

	private List<String> keys(boolean ours) {
		return application().path("passwordCredentials")
			.valueStream()
			.filter((key) -> key.path("displayName").asString("").contains(OURS) == ours)
			.map((key) -> key.path("keyId").asString())
			.toList();
	}

	private JsonNode application() {
		return this.microsoft365.organisation(this.company.domain()).path("applications").path(0);
	}

	/**
	 * How many of ours there were after each change at Microsoft.
	 * @return the numbers, from the first secret on
	 */
	List<Integer> numbers() {
		String id = application().path("id").asString();
		List<Integer> numbers = new ArrayList<>();
		int number = 0;
		for (Journal.Entry entry : this.microsoft365.journal()) {
			if (!entry.effect() || entry.status() >= 400 || !entry.url().contains(id)) {
				continue;
			}
			if (entry.call().equals("addPassword") && String.valueOf(entry.request()).contains(OURS)) {
				numbers.add(++number);
			}
			else if (entry.call().equals("removePassword")) {
				numbers.add(--number);
			}
		}
		return numbers;
	}

	private String administrator() {
		return "admin@" + this.company.domain();
	}

	/**
	 * Where the portal is killed.
	 */
	enum Moment {

		/** The new secret is at Microsoft, and the answer is lost. */
		MADE(Fault.after("addPassword", "timeout"), 2, 1),
		/** It is stored, and not proven. */
		STORED(Fault.before("token", "timeout"), 2, 1),
		/** Highstage uses it, and the former one has not been removed. */
		USED(Fault.before("removePassword", "timeout"), 2, 2),
		/** The former one has been removed, and the answer is lost. */
		REMOVED(Fault.after("removePassword", "timeout"), 1, 2);

		private final Fault fault;

		private final int secrets;

		private final long offered;

		Moment(Fault fault, int secrets, long offered) {
			this.fault = fault;
			this.secrets = secrets;
			this.offered = offered;
		}

		Fault fault() {
			return this.fault;
		}

		/**
		 * How many of ours there are then.
		 * @return the number at Microsoft
		 */
		int secrets() {
			return this.secrets;
		}

		/**
		 * Which one Highstage has then.
		 * @return its sequence
		 */
		long offered() {
			return this.offered;
		}

	}

}
