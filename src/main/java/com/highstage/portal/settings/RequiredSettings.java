package com.highstage.portal.settings;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings without which the portal cannot start.
 */
class RequiredSettings {

	private static final List<String> KEYS = List.of("portal.vault.key", "portal.vault.hmac-key",
			"portal.vault.signing-key", "portal.vault.recipient-key");

	private final Environment environment;

	RequiredSettings(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Looks at all of them.
	 * @throws SettingsUnusableException when some are missing or wrong
	 * @throws DataDirectoryUnusableException when nothing can be written there
	 */
	void verify() {
		List<Unusable> unusable = new ArrayList<>();
		address(unusable);
		present(unusable, "portal.microsoft.client-id", "the client id of the portal's own registration in Entra");
		present(unusable, "portal.microsoft.client-secret", "the value (not the id) of that registration's secret");
		present(unusable, "portal.vendor.tenant-id",
				"the id of your own Microsoft organisation, where operators sign in");
		if (!value("spring.mail.host").isBlank()) {
			present(unusable, "portal.notification.from", "the address that the portal's mails come from");
		}
		keys(unusable);
		if (!unusable.isEmpty()) {
			throw new SettingsUnusableException(unusable);
		}
		if (needsDataDirectory()) {
			new DataDirectory(value("portal.data")).prepare();
		}
	}

	private void address(List<Unusable> unusable) {
		String url = value("portal.url");
		if (url.isBlank()) {
			unusable.add(new Unusable("portal.url", "the address at which people reach the portal, https://…"));
		}
		else {
			PublicAddress.problem(url).ifPresent((problem) -> unusable.add(new Unusable("portal.url", problem)));
		}
	}

	private void present(List<Unusable> unusable, String name, String meaning) {
		if (value(name).isBlank()) {
			unusable.add(new Unusable(name, meaning));
		}
	}

	private void keys(List<Unusable> unusable) {
		if (!generatesKeys()) {
			KEYS.stream()
				.filter((name) -> !isBound(name))
				.forEach((name) -> unusable
					.add(new Unusable(name, "a key file, or portal.vault.generate=true for all")));
		}
	}

	private boolean isBound(String name) {
		return Binder.get(this.environment)
			.bind(name, Bindable.listOf(String.class))
			.map((locations) -> locations.stream().anyMatch((location) -> !location.isBlank()))
			.orElse(false);
	}

	private boolean generatesKeys() {
		return this.environment.getProperty("portal.vault.generate", Boolean.class, false);
	}

	private boolean needsDataDirectory() {
		return generatesKeys() || value("spring.datasource.url").startsWith("jdbc:h2:file:");
	}

	private String value(String name) {
		return this.environment.getProperty(name, "");
	}

}
