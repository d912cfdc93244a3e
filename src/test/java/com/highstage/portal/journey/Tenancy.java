package com.highstage.portal.journey;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * What Microsoft has in one organisation that was not there at the beginning.
 *
 * @param organisation the organisation as the simulator's state shows it
 */
record Tenancy(JsonNode organisation) {

	private static final String SMTP = "7146a1f0-8703-45b3-9eae-527a64c00995";

	private static final String IMAP = "5e5addcd-3e8d-4e90-baf5-964efab2b20a";

	private static final String POP = "cb842b43-da6e-4506-86fe-bb12199c656d";

	static Tenancy of(Microsoft365Simulator microsoft365, String domain) {
		return new Tenancy(microsoft365.organisation(domain));
	}

	List<JsonNode> ours() {
		return this.organisation.path("applications")
			.valueStream()
			.filter((each) -> each.path("uniqueName").asString("").startsWith("highstage-mail-"))
			.toList();
	}

	JsonNode application() {
		List<JsonNode> ours = ours();
		if (ours.size() != 1) {
			throw new AssertionError("not one application of ours but " + ours.size() + ": " + ours);
		}
		return ours.getFirst();
	}

	int secrets() {
		return application().path("passwordCredentials").size();
	}

	int certificates() {
		return application().path("keyCredentials").size();
	}

	Set<String> granted() {
		String principal = principal();
		return this.organisation.path("appRoleAssignments")
			.valueStream()
			.filter((each) -> each.path("principalId").asString().equals(principal))
			.map((each) -> name(each.path("appRoleId").asString()))
			.collect(Collectors.toSet());
	}

	private String principal() {
		String client = application().path("appId").asString();
		return this.organisation.path("servicePrincipals")
			.valueStream()
			.filter((each) -> each.path("appId").asString().equals(client))
			.map((each) -> each.path("id").asString())
			.findFirst()
			.orElseThrow();
	}

	private static String name(String role) {
		return switch (role) {
			case IMAP -> "IMAP";
			case POP -> "POP";
			case SMTP -> "SMTP";
			default -> role;
		};
	}

}
