package com.highstage.portal.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may open a mailbox, and who may send in its name.
 */
class ExchangePermissionTests {

	private static final String APP = "10000000-0000-4000-8000-000000000001";

	private static final String OBJECT = "10000000-0000-4000-8000-000000000002";

	private static final String BOX = "support@contoso.example";

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private ExchangeShell shell = new ExchangeShell(new Browser(this.microsoft365), "", "", "");

	@BeforeEach
	void register() {
		this.shell = ExchangeShell.allowing(this.microsoft365, "admin@contoso.example", "contoso.example");
		this.shell.run("New-ServicePrincipal", Map.of("AppId", APP, "ObjectId", OBJECT));
	}

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private static Map<String, Object> access(String mailbox, String user, Object... more) {
		Map<String, Object> parameters = new HashMap<>(
				Map.of("Identity", mailbox, "User", user, "AccessRights", List.of("FullAccess")));
		for (int i = 0; i < more.length; i += 2) {
			parameters.put((String) more[i], more[i + 1]);
		}
		return parameters;
	}

	private static Map<String, Object> sending(Object... more) {
		Map<String, Object> parameters = access(BOX, OBJECT, "AccessRights", List.of("SendAs"));
		parameters.put("Trustee", parameters.remove("User"));
		for (int i = 0; i < more.length; i += 2) {
			parameters.put((String) more[i], more[i + 1]);
		}
		return parameters;
	}

	private JsonNode state(String what) {
		return this.microsoft365.organisation("contoso.example").path("exchange").path(what);
	}

	@ParameterizedTest
	@ValueSource(strings = { OBJECT, APP })
	void anApplicationIsGivenAccess(String user) {
		JsonNode given = this.shell.run("Add-MailboxPermission", access(BOX, user, "AutoMapping", false));
		assertThat(given.at("/value/0/User").asString()).isEqualTo(OBJECT);
		assertThat(given.path("@adminapi.warnings")).isEmpty();
		JsonNode kept = state("mailboxPermissions").path(0);
		assertThat(kept.path("mailbox").asString()).isEqualTo(BOX);
		assertThat(kept.path("user").asString()).isEqualTo(OBJECT);
		assertThat(kept.path("accessRights").toString()).isEqualTo("[\"FullAccess\"]");
		assertThat(kept.path("autoMapping").asBoolean()).isFalse();
		assertThat(new Browser(this.microsoft365).get("/").body().replaceAll("<[^>]*>", ""))
			.containsPattern("FullAccess:[^0-9]*" + OBJECT);
	}

	@Test
	void givingItAgainIsHarmless() {
		this.shell.run("Add-MailboxPermission", access(BOX, OBJECT));
		JsonNode again = this.shell.run("Add-MailboxPermission", access(BOX, OBJECT));
		assertThat(again.path("value").size()).isOne();
		assertThat(again.path("@adminapi.warnings").path(0).asString()).contains("already present");
		assertThat(state("mailboxPermissions").size()).isOne();
	}

	@Test
	void whoIsUnknownGetsNothing() {
		for (String user : List.of("10000000-0000-4000-8000-00000000000f", "nobody@contoso.example",
				"sales@fabrikam.example")) {
			assertThat(this.shell.refusal("Add-MailboxPermission", access(BOX, user)))
				.contains("ManagementObjectNotFoundException", "'" + user + "' couldn't be found");
		}
		assertThat(this.shell.refusal("Add-MailboxPermission", access("nobody@contoso.example", OBJECT)))
			.contains("'nobody@contoso.example' couldn't be found");
		assertThat(this.shell.run("Add-MailboxPermission", access(BOX, "admin@contoso.example"))
			.at("/value/0/User")
			.asString()).isEqualTo("admin@contoso.example");
	}

	@Test
	void rightsAreAListOfKnownOnes() {
		assertThat(this.shell.refusal("Add-MailboxPermission",
				access(BOX, OBJECT, "AccessRights", List.of("EverythingAccess"))))
			.contains("Cannot convert value \"EverythingAccess\"");
		assertThat(this.shell.refusal("Add-MailboxPermission", access(BOX, OBJECT, "AccessRights", "FullAccess")))
			.contains("to type \"System.String[]\"");
		assertThat(this.shell.refusal("Add-RecipientPermission", sending("AccessRights", List.of("FullAccess"))))
			.contains("Cannot convert value \"FullAccess\"");
	}

	@Test
	void theListHasTheOwnerToo() {
		this.shell.run("Add-MailboxPermission", access(BOX, OBJECT));
		JsonNode all = this.shell.run("Get-MailboxPermission", Map.of("Identity", BOX)).path("value");
		assertThat(all.path(0).path("User").asString()).isEqualTo("NT AUTHORITY\\SELF");
		assertThat(all.path(1).path("User").asString()).isEqualTo(OBJECT);
		assertThat(
				this.shell.run("Get-MailboxPermission", Map.of("Identity", BOX, "User", OBJECT)).path("value").size())
			.isOne();
	}

	@Test
	void takingItAwayNeedsAConfirmation() {
		this.shell.run("Add-MailboxPermission", access(BOX, OBJECT));
		assertThat(this.shell.refusal("Remove-MailboxPermission", access(BOX, OBJECT))).contains("NonInteractive");
		assertThat(state("mailboxPermissions").size()).isOne();
		this.shell.run("Remove-MailboxPermission", access(BOX, OBJECT, "Confirm", false));
		assertThat(state("mailboxPermissions")).isEmpty();
		JsonNode again = this.shell.run("Remove-MailboxPermission", access(BOX, OBJECT, "Confirm", false));
		assertThat(again.path("@adminapi.warnings").path(0).asString()).contains("isn't present");
	}

	@Test
	void anEntryOutlivesTheRegistration() {
		this.shell.run("Add-MailboxPermission", access(BOX, OBJECT));
		this.shell.run("Remove-ServicePrincipal", Map.of("Identity", APP, "Confirm", false));
		assertThat(state("mailboxPermissions").size()).isOne();
		assertThat(this.shell.refusal("Remove-MailboxPermission", access(BOX, APP, "Confirm", false)))
			.contains("couldn't be found");
		this.shell.run("Remove-MailboxPermission", access(BOX, OBJECT, "Confirm", false));
		assertThat(state("mailboxPermissions")).isEmpty();
	}

	@Test
	void sendingIsAPermissionOfItsOwn() {
		assertThat(this.shell.refusal("Add-RecipientPermission", sending())).contains("NonInteractive");
		this.shell.run("Add-RecipientPermission", sending("Confirm", false));
		assertThat(state("recipientPermissions").at("/0/trustee").asString()).isEqualTo(OBJECT);
		assertThat(state("mailboxPermissions")).isEmpty();
		assertThat(this.shell.run("Get-RecipientPermission", Map.of("Identity", BOX, "Trustee", OBJECT))
			.at("/value/0/AccessRights/0")
			.asString()).isEqualTo("SendAs");
		this.shell.run("Remove-RecipientPermission", sending("Confirm", false));
		assertThat(state("recipientPermissions")).isEmpty();
	}

}
