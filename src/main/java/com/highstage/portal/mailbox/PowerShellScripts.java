package com.highstage.portal.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Fills ids and addresses into the scripts that lie beside the program. Each value stands
 * between single quotes, where PowerShell gives no character but the quote a meaning; no
 * value can hold one.
 */
@Component
class PowerShellScripts implements Scripts {

	private static final Pattern PLACEHOLDER = Pattern.compile("@([a-zA-Z]+)@");

	private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9 ._-]+");

	private static final int LONGEST_NAME = 64;

	private static final String UNNAMED = "Highstage Mail";

	@Override
	public Script opening(Connection connection, Set<MailPermission> permissions, Collection<MailboxAddress> wanted,
			Collection<MailboxAddress> unwanted) {
		Map<String, String> values = values(connection);
		values.put("name", plain(connection.application().name()));
		for (MailPermission permission : MailPermission.values()) {
			values.put(permission.name().toLowerCase(Locale.ROOT), "$" + permissions.contains(permission));
		}
		values.put("wanted", list(wanted));
		values.put("unwanted", list(unwanted));
		return script("highstage-open-mailboxes.ps1", "open.ps1", values);
	}

	@Override
	public Script removing(Connection connection, Set<MailPermission> permissions,
			Collection<MailboxAddress> mailboxes) {
		Map<String, String> values = values(connection);
		values.put("unwanted", list(mailboxes));
		return script("highstage-remove-access.ps1", "remove.ps1", values);
	}

	private static Map<String, String> values(Connection connection) {
		Map<String, String> values = new HashMap<>();
		values.put("organisation", connection.tenant().toString());
		values.put("environment", environment(connection.cloud()));
		values.put("client", Objects.requireNonNull(connection.application().clientId()).toString());
		values.put("principal", Objects.requireNonNull(connection.application().servicePrincipal()).toString());
		values.put("connect", part("connect.ps1"));
		values.put("organisationCheck", part("organisation-check.ps1"));
		values.put("disconnect", part("disconnect.ps1").stripTrailing());
		return values;
	}

	private static String environment(Cloud cloud) {
		return switch (cloud) {
			case GLOBAL -> "";
			case GCC_HIGH -> "O365USGovGCCHigh";
			case DOD -> "O365USGovDoD";
			case CHINA -> "O365China";
		};
	}

	private static String plain(String name) {
		String plain = NOT_PLAIN.matcher(name).replaceAll("");
		String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).strip();
		return cut.isEmpty() ? UNNAMED : cut;
	}

	private static String list(Collection<MailboxAddress> addresses) {
		return addresses.isEmpty() ? "@()"
				: addresses.stream()
					.sorted()
					.map((address) -> "        '" + address.value() + "'")
					.collect(Collectors.joining(",\n", "@(\n", "\n    )"));
	}

	private static Script script(String fileName, String template, Map<String, String> values) {
		values.put("file", fileName);
		Matcher placeholders = PLACEHOLDER.matcher(part(template));
		String text = placeholders
			.replaceAll((found) -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group(1)))));
		return new Script(fileName, text, sha256(text));
	}

	private static String part(String name) {
		try (InputStream stream = PowerShellScripts.class.getResourceAsStream("/scripts/" + name)) {
			return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
