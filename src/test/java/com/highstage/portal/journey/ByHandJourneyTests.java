package com.highstage.portal.journey;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.mailbox.ScriptRun;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Language;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ByHandJourneyTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void theUsualMistakesAreRecognised(Administrator admin) {
		admin.signIn("admin@contoso.example").open("/onboarding/by-hand");
		String id = "11111111-2222-4333-8444-555555555555";
		admin.type("clientId", "not an id").type("secret", id).goOn().at("/onboarding/by-hand");
		assertThat(admin.text()).contains("This is not an ID", "This is the Secret ID");
		assertThat(admin.value("clientId")).isEqualTo("not an id");
		assertThat(admin.value("secret")).isEmpty();
		admin.type("clientId", id)
			.type("secret", "abc def")
			.type("expiresOn", LocalDate.EPOCH.toString())
			.goOn()
			.at("/onboarding/by-hand");
		assertThat(admin.text()).contains("blank or a quotation mark", "This date has passed");
	}

	private static void paste(Administrator admin, MadeByHand made, LocalDate end) {
		admin.type("clientId", made.clientId())
			.type("secret", made.secret())
			.type("expiresOn", end.toString())
			.type("keyId", "22222222-3333-4444-8555-666666666666")
			.goOn();
	}

	@Test
	void everythingByHandWithoutAllowingThePortalAnything(Administrator admin) throws Exception {
		MadeByHand made = MadeByHand.in(this.microsoft365, "admin@contoso.example");
		admin.signIn("admin@contoso.example").open("/onboarding/by-hand");
		LocalDate end = LocalDate.ofInstant(made.expiresAt(), ZoneOffset.UTC);
		paste(admin, made, end);
		admin.at("/onboarding/progress").see("Please choose the mailboxes").goOn().at("/onboarding/mailboxes");
		admin.type("mailboxes", "sales@contoso.example").goOn().at("/onboarding/progress").see("Please run the script");
		admin.goOn().at("/onboarding/mailboxes");
		assertThat(ScriptRun.of(DownloadedScript.by(admin), this.microsoft365, "contoso.example")).isEmpty();
		admin.open("/onboarding/progress").at("/onboarding/done");
		assertThat(admin.text()).contains(made.clientId());
		assertThat(admin.open("/onboarding/secret").text()).contains("Expires on").doesNotContain("The rules of");
		assertThat(admin.open("/onboarding/renewal").text()).as("the day that was typed")
			.contains(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
				.withLocale(Language.ENGLISH.locale())
				.format(end));
		paste(admin.open("/onboarding/by-hand"), made, end.plusDays(3));
		admin.at("/onboarding/by-hand").see("A secret with this ID is kept already");
		paste(admin.open("/onboarding/by-hand"), made, end);
		admin.see("Your connection is ready");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").ours()).isEmpty();
		admin.open("/onboarding/allow");
		assertThat(admin.page().locator("main form[method=post] #continue").count()).as("still to be allowed").isOne();
	}

}
