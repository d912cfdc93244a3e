package com.highstage.portal.journey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ExpressJourneyTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void oneAdministratorIsDoneWithinTenClicks(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example")
			.plan("support@contoso.example\norders@contoso.example\nsales@contoso.example")
			.at("/onboarding/done");
		assertThat(admin.clicks()).isLessThanOrEqualTo(10);
		admin.see("Your connection is ready").see("Works: 3 of 3");
		assertThat(admin.text()).contains("Adele Vance", "IMAP.AccessAsApp");
		Tenancy contoso = Tenancy.of(this.microsoft365, "contoso.example");
		assertThat(contoso.granted()).containsExactlyInAnyOrder("IMAP", "POP");
		assertThat(contoso.secrets()).isEqualTo(1);
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void mailboxesOfThePlanAreInTheScript(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").goOn().at("/onboarding/plan");
		admin.type("mailboxes", "Sales <sales@contoso.example>; support@contoso.example").tick("permissions", "SMTP");
		admin.goOn().at("/onboarding/done");
		admin.open("/onboarding/mailboxes");
		assertThat(admin.page().locator("#script").inputValue()).contains("sales@contoso.example",
				"support@contoso.example", "New-ServicePrincipal");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").granted()).contains("SMTP");
	}

	@Test
	void theSecondJourneyChangesNothing(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").express("contoso.example");
		admin.open("/").goOn().at("/onboarding").goOn().at("/onboarding/done");
		admin.open("/onboarding/register").goOn().at("/onboarding/done");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").secrets()).isEqualTo(1);
	}

	@Test
	void whereSecretsAreForbiddenACertificateIsUsed(Administrator admin) {
		admin.signInAndAllow("admin@northwind.example").express("northwind.example");
		Tenancy northwind = Tenancy.of(this.microsoft365, "northwind.example");
		assertThat(northwind.secrets()).isZero();
		assertThat(northwind.certificates()).isEqualTo(1);
		assertThat(admin.text()).contains("Certificate");
	}

	@Test
	void whereLongSecretsAreForbiddenAShorterOneIsUsed(Administrator admin) {
		admin.signInAndAllow("admin@tailspin.example").express("tailspin.example");
		Tenancy tailspin = Tenancy.of(this.microsoft365, "tailspin.example");
		assertThat(tailspin.secrets()).isEqualTo(1);
		Instant end = Instant
			.parse(tailspin.application().path("passwordCredentials").path(0).path("endDateTime").asString());
		Instant start = Instant
			.parse(tailspin.application().path("passwordCredentials").path(0).path("startDateTime").asString());
		assertThat(ChronoUnit.DAYS.between(start, end)).isLessThanOrEqualTo(90);
	}

	@Test
	void anOrganisationWithoutExchangeIsToldBeforeAnythingIsCreated(Administrator admin) {
		admin.signInAndAllow("admin@woodgrove.example").at("/onboarding/allow");
		assertThat(admin.text()).contains("Exchange Online");
		assertThat(Tenancy.of(this.microsoft365, "woodgrove.example").ours()).isEmpty();
	}

}
