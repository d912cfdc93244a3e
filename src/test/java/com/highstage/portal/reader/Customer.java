package com.highstage.portal.reader;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.Press;
import com.highstage.portal.Surfer;
import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.model.Founding.Company;

/**
 * An organisation whose administrator does everything over HTTP, and begins anew in
 * another browser when the portal goes away meanwhile.
 *
 * @param portal the portal
 * @param microsoft365 the simulator
 * @param highstage what Highstage says
 * @param company the organisation
 */
record Customer(PackagedPortal portal, Microsoft365Simulator microsoft365, RunningHighstage highstage,
		Company company) {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	static Company company(int number) {
		return Company.of("Customer " + number, "customer" + number + ".example");
	}

	String tenant() {
		return this.company.tenantId().toString();
	}

	void connect() {
		untilItIsDone("connected", () -> {
			new PlainJourney(this.portal.url()).travel(administrator());
			awaitUse(0);
		});
	}

	void renew() {
		RunningHighstage.Held former = this.highstage.uses(tenant());
		untilItIsDone("renewed", () -> {
			Surfer admin = signedIn("/onboarding/renewal");
			if (this.highstage.uses(tenant()).equals(former) && secrets() == 1) {
				press(admin, "/onboarding/renewal", Map.of());
			}
			awaitUse(former.sequence());
			if (secrets() > 1) {
				admin.open("/onboarding/renewal");
				awaitLess(2);
			}
		});
	}

	void leave() {
		untilItIsDone("gone", () -> {
			press(signedIn("/onboarding/removal"), "/onboarding/removal", Map.of("name", this.company.name()));
			awaitLess(1);
			await("told of the end", () -> this.highstage.knowsTheEndOf(tenant()));
		});
	}

	private Surfer signedIn(String path) {
		return new Surfer(this.portal.url()).signIn(administrator()).open(path);
	}

	private void press(Surfer admin, String action, Map<String, String> typed) {
		if (admin.body().contains("action=\"" + action)) {
			Press.primary(admin, typed);
		}
		else if (admin.body().contains("/sign-in/extend")) {
			// Microsoft asks once more who this is, and comes back
			Press.primary(admin);
			Press.primary(admin.choose(administrator()).open(action), typed);
		}
	}

	private void awaitUse(long former) {
		await("used", () -> this.highstage.uses(tenant()).sequence() > former);
	}

	private void awaitLess(long secrets) {
		await("removed", () -> secrets() < secrets);
	}

	private static void await(String what, Callable<Boolean> condition) {
		// after that, somebody looks once more
		Awaitility.await(what).atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(250)).until(condition);
	}

	private void untilItIsDone(String what, Runnable deed) {
		AtomicReference<String> hindrance = new AtomicReference<>("nothing");
		try {
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(300))
				.until(() -> isDone(deed, hindrance));
		}
		catch (ConditionTimeoutException ex) {
			throw new IllegalStateException("%s is not %s: %s".formatted(this.company.name(), what, hindrance.get()),
					ex);
		}
	}

	// the portal may be away
	private static boolean isDone(Runnable deed, AtomicReference<String> hindrance) {
		try {
			deed.run();
			return true;
		}
		catch (IllegalStateException | ConditionTimeoutException ex) {
			hindrance.set(ex.toString());
			return false;
		}
	}

	long secrets() {
		return keys().size();
	}

	/**
	 * The ids of all secrets at Microsoft.
	 * @return the ids
	 */
	List<String> keys() {
		return this.microsoft365.organisation(this.company.domain())
			.path("applications")
			.valueStream()
			.flatMap((application) -> application.path("passwordCredentials").valueStream())
			.map((JsonNode secret) -> secret.path("keyId").asString())
			.toList();
	}

	private String administrator() {
		return "admin@" + this.company.domain();
	}

}
