package com.highstage.portal.samples;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Customers to try the operators' desk with: what real people did at their browsers, in
 * the past, before anybody can open the portal.
 */
public final class Samples {

	private Samples() {
	}

	/**
	 * Makes them, in the database that the settings name.
	 * @param microsoft365 where their organisations are
	 * @param arguments the settings of the portal that is started afterwards
	 */
	public static void make(Microsoft365Simulator microsoft365, String... arguments) {
		microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		try (Stage stage = new Stage(microsoft365, arguments)) {
			new ElevenCustomers(stage).scenes()
				.stream()
				.sorted(Comparator.comparing(Scene::ago).reversed())
				.forEach((scene) -> {
					stage.travel(scene.ago());
					scene.play().run();
					// a mail goes out at the time at which it was written
					stage.awaitMails();
				});
			stage.travel(Duration.ZERO);
			stage.awaitDesk();
		}
		microsoft365.settings(Map.of("replicationMillis", 1000, "propagationMillis", 5000));
	}

}
