package com.highstage.portal.evidence.removal;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Journal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connects organisations, and watches what a removal leaves.
 *
 * @param microsoft365 Microsoft's side
 * @param traveller signs people in
 * @param journey connects
 * @param removals removes
 */
record Demolition(Microsoft365Simulator microsoft365, Traveller traveller, Journey journey, Removals removals) {

	Person connected(String account) {
		Person person = this.traveller.signIn(account, account);
		this.journey.request(person, Step.CHECK, Addresses.planned(account));
		assertThat(this.traveller.awaitEnd(person).finished()).isTrue();
		return person;
	}

	Removal.Standing await(Person person, Predicate<Removal.Standing> there) {
		return Awaitility.await("the removal")
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.removals.latest(person.tenant()), (now) -> now.filter(there).isPresent())
			.orElseThrow();
	}

	List<String> changesSince(int before) {
		return this.microsoft365.journal()
			.stream()
			.skip(before)
			.filter(Journal.Entry::effect)
			.map(Journal.Entry::call)
			.toList();
	}

	List<String> callsSince(int before) {
		return this.microsoft365.journal().stream().skip(before).map(Journal.Entry::call).toList();
	}

	List<JsonNode> applications(String domain) {
		return this.microsoft365.organisation(domain)
			.path("applications")
			.valueStream()
			.filter((one) -> one.path("uniqueName").asString("").startsWith("highstage-mail-"))
			.toList();
	}

	void nothingIsLeft(String domain) {
		assertThat(applications(domain)).isEmpty();
		JsonNode exchange = this.microsoft365.organisation(domain).path("exchange");
		assertThat(exchange.path("servicePrincipals")).isEmpty();
		assertThat(exchange.path("mailboxPermissions")).isEmpty();
	}

	/**
	 * Makes an application that the portal will find, with a secret, a redirect address
	 * and a permission of its own.
	 * @param account who makes it
	 */
	void theirApplication(String account) {
		Browser browser = Browser.ofAnotherApplication(this.microsoft365);
		String token = browser.manager(account, "organizations");
		JsonNode theirs = Browser.json(browser.graph(token, "POST", "applications", """
				{"displayName":"Theirs","uniqueName":"highstage-mail-1","signInAudience":"AzureADMyOrg",
				"web":{"redirectUris":["https://theirs.example/back"]}}"""));
		browser.graph(token, "POST", "applications/" + theirs.path("id").asString() + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"theirs\"}}");
		String own = Browser
			.json(browser.graph(token, "POST", "servicePrincipals",
					"{\"appId\":\"%s\"}".formatted(theirs.path("appId").asString())))
			.path("id")
			.asString();
		String exchange = Browser
			.json(browser.graph(token, "GET", "servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')", ""))
			.path("id")
			.asString();
		browser.graph(token, "POST", "servicePrincipals/" + exchange + "/appRoleAssignedTo",
				"{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}".formatted(own, exchange,
						MailPermission.SMTP.wellKnownId()));
	}

}
