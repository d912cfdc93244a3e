package com.highstage.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * The settings with which a portal finds a simulator.
 */
public final class SimulatedMicrosoft {

	private SimulatedMicrosoft() {
	}

	/**
	 * Everything a portal has to know to live with a simulator, its own address, database
	 * and keys apart.
	 * @param microsoft365 the simulator
	 * @return values by name
	 */
	public static Map<String, String> settings(Microsoft365Simulator microsoft365) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("portal.microsoft.login", microsoft365.at("/login").toString());
		settings.put("portal.microsoft.graph", microsoft365.at("/graph").toString());
		settings.put("portal.microsoft.outlook", microsoft365.at("/outlook").toString());
		settings.put("portal.microsoft.imap", "localhost:" + microsoft365.imapPort());
		settings.put("portal.microsoft.pop", "localhost:" + microsoft365.popPort());
		settings.put("portal.microsoft.smtp", "localhost:" + microsoft365.smtpPort());
		settings.put("portal.microsoft.mail-trust", certificate(microsoft365));
		settings.put("portal.microsoft.client-id", "5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10");
		settings.put("portal.microsoft.client-secret", "simulator-portal-secret");
		settings.put("portal.vendor.tenant-id", "41674167-0006-4000-8000-000000000006");
		settings.put("portal.onboarding.uninvited", "show");
		settings.put("spring.mail.host", "localhost");
		settings.put("spring.mail.port", String.valueOf(microsoft365.mailSinkPort()));
		settings.put("portal.notification.from", "portal@highstage.example");
		return settings;
	}

	private static String certificate(Microsoft365Simulator microsoft365) {
		try {
			return microsoft365.certificateIn(Path.of("target")).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
