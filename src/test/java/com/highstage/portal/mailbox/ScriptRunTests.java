package com.highstage.portal.mailbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.MailboxAddress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scripts do at the simulator what they say.
 */
class ScriptRunTests {

	private static final String DOMAIN = "contoso.example";

	private static final Set<MailPermission> READING = EnumSet.of(MailPermission.IMAP);

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final Scripts scripts = new PowerShellScripts();

	private final Connection connection = TestConnections.named("Highstage Mail", Cloud.GLOBAL);

	@BeforeEach
	void hurry() {
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
	}

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	@Test
	void openingRegistersOnceAndOpensWhatWasChosen() {
		for (int time = 0; time < 2; time++) {
			assertThat(open(EnumSet.allOf(MailPermission.class), "support", "orders")).isEmpty();
			assertThat(registered()).containsExactly(TestConnections.PRINCIPAL.toString());
			assertThat(opened("mailboxPermissions")).containsExactlyInAnyOrder("support", "orders");
			assertThat(opened("recipientPermissions")).containsExactlyInAnyOrder("support", "orders");
		}
	}

	@Test
	void readingTakesNoRightToSend() {
		open(READING, "support");
		assertThat(opened("mailboxPermissions")).containsExactly("support");
		assertThat(opened("recipientPermissions")).isEmpty();
	}

	@Test
	void openingGoesOnAfterAMailboxThatFailsAndNamesIt() {
		assertThat(open(READING, "aaa-nobody", "support")).singleElement()
			.asString()
			.startsWith("aaa-nobody@contoso.example: ");
		assertThat(opened("mailboxPermissions")).containsExactly("support");
	}

	@Test
	void aWrongRegistrationIsReplacedOnRequestOnly() {
		this.microsoft365.powershell(DOMAIN, "New-ServicePrincipal", Map.of("AppId", TestConnections.CLIENT.toString(),
				"ObjectId", TestConnections.REGISTRATION.toString(), "DisplayName", "By hand"));
		Scripts.Script script = this.scripts.opening(this.connection, READING, addresses("support"), List.of());
		ScriptRun.of(script, this.microsoft365, DOMAIN);
		assertThat(registered()).containsExactly(TestConnections.REGISTRATION.toString());
		assertThat(opened("mailboxPermissions")).isEmpty();
		ScriptRun.of(script, this.microsoft365, DOMAIN, "-Repair");
		assertThat(registered()).containsExactly(TestConnections.PRINCIPAL.toString());
		assertThat(opened("mailboxPermissions")).containsExactly("support");
	}

	@Test
	void accessIsTakenAwayFromTheUnwanted() {
		open(EnumSet.allOf(MailPermission.class), "support", "orders");
		assertThat(
				ScriptRun.of(this.scripts.opening(this.connection, READING, addresses("support"), addresses("orders")),
						this.microsoft365, DOMAIN))
			.isEmpty();
		assertThat(opened("mailboxPermissions")).containsExactly("support");
		assertThat(opened("recipientPermissions")).containsExactly("support");
	}

	@Test
	void whatIsOffTheListUnderOneNameAndOnItUnderAnotherEndsOpen() {
		Scripts.Script script = this.scripts.opening(this.connection, READING, addresses("support"),
				addresses("support"));
		assertThat(ScriptRun.of(script, this.microsoft365, DOMAIN)).isEmpty();
		assertThat(ScriptRun.of(script, this.microsoft365, DOMAIN)).isEmpty();
		assertThat(opened("mailboxPermissions")).containsExactly("support");
	}

	@Test
	void removingTakesEverythingBackAndMayBeRepeated() {
		open(EnumSet.allOf(MailPermission.class), "support", "orders");
		Scripts.Script script = this.scripts.removing(this.connection, READING, addresses("support", "orders"));
		assertThat(ScriptRun.of(script, this.microsoft365, DOMAIN)).isEmpty();
		assertThat(registered()).isEmpty();
		assertThat(opened("mailboxPermissions")).isEmpty();
		assertThat(opened("recipientPermissions")).isEmpty();
		assertThat(ScriptRun.of(script, this.microsoft365, DOMAIN)).isEmpty();
		assertThat(registered()).isEmpty();
	}

	private List<String> open(Set<MailPermission> permissions, String... names) {
		return ScriptRun.of(this.scripts.opening(this.connection, permissions, addresses(names), List.of()),
				this.microsoft365, DOMAIN);
	}

	private List<String> registered() {
		return exchange("servicePrincipals").map((one) -> one.path("objectId").asString()).toList();
	}

	private List<String> opened(String permissions) {
		return exchange(permissions).map((one) -> one.path("mailbox").asString().replace("@" + DOMAIN, "")).toList();
	}

	private Stream<JsonNode> exchange(String part) {
		return this.microsoft365.organisation(DOMAIN).path("exchange").path(part).valueStream();
	}

	private static List<MailboxAddress> addresses(String... names) {
		return Stream.of(names).map((name) -> new MailboxAddress(name + "@" + DOMAIN)).toList();
	}

}
