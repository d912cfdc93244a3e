package com.highstage.portal.simulator.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.model.Founding;
import com.highstage.portal.simulator.model.GraphTypes;

/**
 * What an organisation's policy says about secrets.
 */
final class PasswordRules {

	private static final Duration DEFAULT_LIFETIME = Duration.ofDays(730);

	private PasswordRules() {
	}

	static void check(Call call, JsonNode credential) {
		if (credential.isObject()) {
			try {
				GraphTypes.check("passwordCredential", credential);
			}
			catch (GraphTypes.IllegalTypeException ex) {
				throw GraphError.badRequest(ex.getMessage());
			}
		}
		Founding.Company company = call.caller().organisation().company();
		if (company.secretsForbidden()) {
			throw GraphError
				.of(400, "CredentialTypeNotAllowedAsPerAppPolicy",
						"Credential type not allowed as per assigned policy '" + company.name() + " policy'.")
				.with("CredentialTypeNotAllowedAsPerAppPolicy", "PasswordCredentials",
						"Credential type not allowed as per assigned policy.");
		}
		Instant now = call.world().now();
		String end = credential.path("endDateTime").asString("");
		Instant until = end.isEmpty() ? now.plus(DEFAULT_LIFETIME) : OffsetDateTime.parse(end).toInstant();
		if (!until.isAfter(now)) {
			throw GraphError.badRequest("The credential's end date is in the past.")
				.with("KeyCredentialsInvalidEndDate", "endDateTime", "The end date is invalid.");
		}
		Duration cap = Duration.ofDays(company.secretLifetimeDays());
		if (cap.isPositive() && Duration.between(now, until).compareTo(cap) > 0) {
			throw GraphError
				.of(400, "CredentialInvalidLifetimeAsPerAppPolicy",
						"Credential lifetime exceeds the max value allowed as per assigned policy.")
				.with("CredentialInvalidLifetimeAsPerAppPolicy", "EndDate",
						"Credential lifetime exceeds the max value allowed as per assigned policy.");
		}
	}

}
