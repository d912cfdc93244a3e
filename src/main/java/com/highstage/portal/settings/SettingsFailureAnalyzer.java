package com.highstage.portal.settings;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which settings are missing, and where to read about them.
 */
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsUnusableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingsUnusableException cause) {
		return new FailureAnalysis(description(cause), action(cause), cause);
	}

	private static String description(SettingsUnusableException cause) {
		return cause.settings()
			.stream()
			.map((setting) -> "    %s: %s".formatted(setting.name(), setting.meaning()))
			.collect(Collectors.joining("\n", "The portal cannot start, these settings are missing or wrong:\n\n", ""));
	}

	private static String action(SettingsUnusableException cause) {
		Unusable first = cause.settings().getFirst();
		return """
				Set them in an application.properties beside the jar, on the command line (--%s=…) or as \
				environment variables (%s=…).
				README.md, "Run it for real", tells where each value comes from.
				Only want to look? ./mvnw spring-boot:test-run needs no settings: it brings a simulated \
				Microsoft 365.""".formatted(first.name(), first.variable());
	}

}
