package com.highstage.portal.onboarding.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ObjectId;

/**
 * The PowerShell commands that make the application known to Exchange and open mailboxes
 * for it. Pure ASCII; only GUIDs, checked addresses and a name without special characters
 * get in.
 *
 * @param cloud where the organisation lives
 * @param client the application
 * @param principal the enterprise application's object id, which Exchange must know
 * @param name the application's display name
 * @param permissions the granted permissions
 * @param mailboxes addresses as typed
 */
record MailboxScript(Cloud cloud, ClientId client, ObjectId principal, String name, Set<MailPermission> permissions,
		List<String> mailboxes) {

	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9!#%&*+/=?^_{|}~.-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,253}[A-Za-z0-9])?");

	private static final String EXAMPLE = "mailbox@your-domain.example";

	String text() {
		List<String> lines = new ArrayList<>();
		lines.add("# Needs the Exchange Administrator role and the module ExchangeOnlineManagement:");
		lines.add("#   Install-Module ExchangeOnlineManagement -Scope CurrentUser");
		lines.add("Connect-ExchangeOnline" + environment());
		lines.add("$appId = '" + this.client + "'");
		lines.add("$objectId = '" + this.principal + "'");
		lines.add("if (-not (Get-ServicePrincipal | Where-Object { $_.AppId -eq $appId })) {");
		lines.add("    New-ServicePrincipal -AppId $appId -ObjectId $objectId -DisplayName '" + plainName() + "'");
		lines.add("}");
		lines.add("$mailboxes = @(" + addresses() + ")");
		lines.add("foreach ($mailbox in $mailboxes) {");
		lines.add("    Add-MailboxPermission -Identity $mailbox -User $objectId -AccessRights FullAccess"
				+ " -AutoMapping $false");
		if (this.permissions.contains(MailPermission.SMTP)) {
			lines.add("    Add-RecipientPermission -Identity $mailbox -Trustee $objectId -AccessRights SendAs"
					+ " -Confirm:$false");
		}
		lines.add("}");
		return String.join("\n", lines) + "\n";
	}

	private String environment() {
		return switch (this.cloud) {
			case GLOBAL -> "";
			case GCC_HIGH -> " -ExchangeEnvironmentName O365USGovGCCHigh";
			case DOD -> " -ExchangeEnvironmentName O365USGovDoD";
			case CHINA -> " -ExchangeEnvironmentName O365China";
		};
	}

	private String plainName() {
		String plain = this.name.replaceAll("[^A-Za-z0-9 ._-]", "").strip();
		return plain.isEmpty() ? "Highstage Mail" : plain;
	}

	private String addresses() {
		List<String> checked = this.mailboxes.stream().filter((address) -> ADDRESS.matcher(address).matches()).toList();
		return (checked.isEmpty() ? List.of(EXAMPLE) : checked).stream()
			.map((address) -> "'" + address + "'")
			.collect(Collectors.joining(", "));
	}

}
