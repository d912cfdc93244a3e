package com.highstage.portal.samples;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.highstage.portal.Addresses;
import com.highstage.portal.Press;
import com.highstage.portal.Surfer;
import com.highstage.portal.journey.Inbox;
import com.highstage.portal.simulator.model.Founding.Company;

/**
 * A customer's people, at browsers of their own, and the operator who looks after them.
 *
 * @param stage where the portal is
 * @param name the customer's name
 * @param domain the domain of their organisation
 */
record Office(Stage stage, String name, String domain) {

	private static final Pattern CUSTOMER = Pattern.compile("/operator/customers/[0-9a-f-]{36}");

	static Office of(Stage stage, String name, String domain) {
		stage.microsoft365().found(Company.of(name, domain));
		return new Office(stage, name, domain);
	}

	String address(String alias) {
		return alias + "@" + this.domain;
	}

	Surfer signedIn(String alias) {
		return this.stage.surfer().signIn(address(alias));
	}

	/**
	 * Lets an operator invite the customer.
	 * @param reference Highstage's reference
	 * @param alias who gets the mail
	 */
	void invite(String reference, String alias) {
		Surfer operator = this.stage.surfer().signIn("operator@highstage.example").open("/operator/invite");
		Press.primary(operator,
				Map.of("name", this.name, "reference", reference, "address", address(alias), "domain", this.domain));
		if (!operator.path().startsWith("/operator/invite?sent=")) {
			throw new IllegalStateException(operator.path() + "\n" + operator.body());
		}
	}

	/**
	 * Lets an operator end the customer's connection.
	 * @param reason why
	 */
	void end(String reason) {
		Surfer operator = this.stage.surfer().signIn("operator@highstage.example").open("/operator?q=" + this.domain);
		Matcher found = CUSTOMER.matcher(operator.body());
		if (!found.find()) {
			throw new IllegalStateException(operator.body());
		}
		Press.primary(operator.open(found.group() + "/end"), Map.of("name", this.name, "reason", reason));
		if (!operator.path().equals(found.group())) {
			throw new IllegalStateException(operator.path() + "\n" + operator.body());
		}
	}

	/**
	 * Waits for the invitation's mail and goes on from its link.
	 * @param alias who got the mail
	 * @return their browser, on Microsoft's page
	 */
	Surfer followLink(String alias) {
		String link = new Inbox(this.stage.microsoft365()).link(address(alias), "");
		return Press.primary(this.stage.surfer().open(link));
	}

	/**
	 * Follows the link and signs in.
	 * @param alias who got the mail
	 * @return their browser
	 */
	Surfer arrive(String alias) {
		return followLink(alias).choose(address(alias));
	}

	/**
	 * Allows the portal to set things up.
	 * @param admin the administrator's browser
	 * @return the browser, on the register page
	 */
	Surfer allow(Surfer admin) {
		admin.open("/onboarding/allow");
		return Press.primary(admin).accept(address("admin"));
	}

	/**
	 * Connects everything on one page and waits for the done page.
	 * @param admin the administrator's browser
	 * @param plan what is typed on the page of the plan
	 */
	void connect(Surfer admin, Map<String, String> plan) {
		Press.primary(allow(admin).open("/onboarding/plan"), plan);
		Stage.await(admin, "/onboarding/progress", (page) -> page.path().startsWith("/onboarding/done"));
	}

	/**
	 * Registers the application and leaves everything else for later.
	 * @param admin the administrator's browser
	 */
	void register(Surfer admin) {
		Press.primary(allow(admin).open("/onboarding/register"), Map.of("way", "steps"));
		Stage.await(admin, "/onboarding/register", (page) -> !page.body().contains("name=\"applicationName\"")
				|| page.body().contains("<details class=\"by-hand\""));
	}

	/**
	 * The application that was registered.
	 * @return its client id
	 */
	String application() {
		return this.stage.microsoft365()
			.organisation(this.domain)
			.path("applications")
			.path(0)
			.path("appId")
			.asString();
	}

	String mailboxes() {
		return Addresses.of(address("admin"));
	}

}
