package com.highstage.portal.settings;

import java.util.List;

/**
 * Settings are missing or wrong.
 */
class SettingsUnusableException extends RuntimeException {

	private final transient List<Unusable> settings;

	SettingsUnusableException(List<Unusable> settings) {
		super("Missing or wrong: " + settings.stream().map(Unusable::name).toList());
		this.settings = List.copyOf(settings);
	}

	List<Unusable> settings() {
		return this.settings;
	}

}
