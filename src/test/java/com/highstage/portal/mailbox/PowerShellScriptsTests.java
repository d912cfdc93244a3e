package com.highstage.portal.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.mailbox.Scripts.Script;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.simulator.client.NodePackages;
import com.highstage.portal.simulator.client.Programs;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.vault.TokenHash;

import static org.assertj.core.api.Assertions.assertThat;

class PowerShellScriptsTests {

	private static final List<String> HOSTILE_NAMES = List.of("", "Evil'; Remove-Mailbox $(x) \u201C\u201D\uD83D\uDCEC",
			"`n`\"@\n'@\r\n#>", "$env:X ${x} $(Get-Date)", "\u2018x\u2019; rm", "@client@ @wanted@", "x".repeat(300),
			"\uD83D\uDCEC".repeat(150), "\0\u202E\n", "Smith & S\u00F8n A/S");

	private static final List<MailboxAddress> HOSTILE_ADDRESSES = Stream
		.of("a@x.example", "a+b#c%d&e*f/g=h?i^j_k{l|m}n~o-p!@x.example", "#@x.example", "{}@x.example",
				"%os%@x.example", "-force@x.example", "a".repeat(64) + "@" + "b".repeat(60) + ".example")
		.map(MailboxAddress::new)
		.toList();

	private final Scripts scripts = new PowerShellScripts();

	@TempDir
	private Path directory;

	@Test
	void idsAndMailboxesAreFilledIn() {
		String script = opening("Highstage Mail", EnumSet.of(MailPermission.IMAP), HOSTILE_ADDRESSES.subList(0, 1))
			.text();
		assertThat(script).contains("$organisation = '" + TestConnections.TENANT + "'",
				"$appId = '" + TestConnections.CLIENT + "'", "$objectId = '" + TestConnections.PRINCIPAL + "'",
				"$displayName = 'Highstage Mail'", "$imap = $true", "$pop = $false", "$smtp = $false",
				"$wanted = @(\n        'a@x.example'\n    )", "$unwanted = @()");
		assertThat(script).doesNotContain(TestConnections.REGISTRATION.toString());
	}

	@Test
	void theNationalCloudIsConnectedTo() {
		assertThat(of("x", Cloud.GLOBAL)).contains("$environment = ''");
		assertThat(of("x", Cloud.GCC_HIGH)).contains("$environment = 'O365USGovGCCHigh'");
		assertThat(of("x", Cloud.DOD)).contains("$environment = 'O365USGovDoD'");
		assertThat(of("x", Cloud.CHINA)).contains("$environment = 'O365China'");
	}

	@Test
	void aNameLosesItsSpecialCharactersAndItsLength() {
		assertThat(of(HOSTILE_NAMES.get(1), Cloud.GLOBAL)).contains("$displayName = 'Evil Remove-Mailbox x'\n");
		assertThat(of("x".repeat(300), Cloud.GLOBAL)).contains("$displayName = '" + "x".repeat(64) + "'\n");
		assertThat(of("\uD83D\uDCEC", Cloud.GLOBAL)).contains("$displayName = 'Highstage Mail'\n");
	}

	@Test
	void everyScriptIsPureAsciiAndItsHashIsThatOfItsBytes() {
		for (Script script : all().keySet()) {
			assertThat(script.text()).matches("[\\x20-\\x7e\\n]+").doesNotContainPattern("@[a-zA-Z]+@[^x]");
			assertThat(script.text().getBytes(StandardCharsets.UTF_8)).hasSize(script.text().length());
			assertThat(script.sha256()).isEqualTo(TokenHash.of(script.text()).value());
		}
	}

	@Test
	void onlyTheModuleForExchangeIsNeededAndNothingAsksBack() {
		for (Script script : all().keySet()) {
			assertThat(script.text()).doesNotContain("AzureAD", "MgGraph", "Read-Host", "Invoke-Expression", "Exit ");
			assertThat(script.text().lines().filter((line) -> line.strip().matches("(Remove|Set)-[A-Z]\\w+ -.*")))
				.allSatisfy((line) -> assertThat(line).contains("-Confirm:$false"));
		}
	}

	@Test
	void parsesAsPowerShell() throws IOException {
		int number = 0;
		for (Map.Entry<Script, List<MailboxAddress>> entry : all().entrySet()) {
			number++;
			Files.writeString(this.directory.resolve(number + ".ps1"), entry.getKey().text());
			Files.writeString(this.directory.resolve(number + ".txt"),
					entry.getValue().stream().sorted().map(Object::toString).collect(Collectors.joining("\n")));
		}
		Programs.Outcome outcome = NodePackages.test("powershell.test.mjs",
				Map.of("SCRIPTS", this.directory.toString()));
		assertThat(outcome.status()).as(outcome.output()).isZero();
		assertThat(outcome.output()).contains("pass " + (number + 1));
	}

	private Map<Script, List<MailboxAddress>> all() {
		List<MailboxAddress> many = IntStream.range(0, PastedMailboxes.MOST)
			.mapToObj((number) -> new MailboxAddress("m" + number + "@x.example"))
			.toList();
		Map<Script, List<MailboxAddress>> all = HOSTILE_NAMES.stream()
			.collect(Collectors.toMap((name) -> opening(name, EnumSet.allOf(MailPermission.class), HOSTILE_ADDRESSES),
					(name) -> HOSTILE_ADDRESSES, (one, other) -> one));
		all.put(opening("x", EnumSet.of(MailPermission.POP), List.of()), List.of());
		all.put(opening("x", EnumSet.of(MailPermission.POP), many), many);
		all.put(this.scripts.opening(TestConnections.named("x", Cloud.GLOBAL), Set.of(), List.of(), HOSTILE_ADDRESSES),
				HOSTILE_ADDRESSES);
		all.put(this.scripts.removing(TestConnections.named("x", Cloud.CHINA), Set.of(), HOSTILE_ADDRESSES),
				HOSTILE_ADDRESSES);
		all.put(this.scripts.removing(TestConnections.named("x", Cloud.CHINA), Set.of(), List.of()), List.of());
		return all;
	}

	private String of(String name, Cloud cloud) {
		return this.scripts
			.opening(TestConnections.named(name, cloud), Set.of(MailPermission.IMAP), List.of(), List.of())
			.text();
	}

	private Script opening(String name, Set<MailPermission> permissions, Collection<MailboxAddress> wanted) {
		return this.scripts.opening(TestConnections.named(name, Cloud.GLOBAL), permissions, wanted, List.of());
	}

}
