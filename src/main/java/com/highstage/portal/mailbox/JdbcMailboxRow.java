package com.highstage.portal.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * Rows as mailboxes.
 */
final class JdbcMailboxRow {

	private static final int LONGEST_TYPE = 64;

	private static final int LONGEST_CODE = 200;

	private JdbcMailboxRow() {
	}

	static ChosenMailbox mailbox(ResultSet row, int number) throws SQLException {
		return new ChosenMailbox(new ConnectionId(row.getObject("connection_id", UUID.class)),
				new MailboxAddress(row.getString("address")), typed(row), new PlainName(row.getString("display_name")),
				row.getString("mailbox_type"), row.getBoolean("wanted"), Access.valueOf(row.getString("access")),
				instant(row, "opened_at"), row.getBoolean("ours"), switches(row), row.getBoolean("smtp_off"),
				explanation(row), instant(row, "looked_up_at"));
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable MailboxAddress typed(ResultSet row) throws SQLException {
		String typed = row.getString("typed_address");
		return (typed != null) ? new MailboxAddress(typed) : null;
	}

	private static @Nullable Switches switches(ResultSet row) throws SQLException {
		Boolean imap = row.getObject("imap_on", Boolean.class);
		Boolean pop = row.getObject("pop_on", Boolean.class);
		return (imap != null && pop != null) ? new Switches(imap, pop, row.getObject("mailbox_smtp_off", Boolean.class))
				: null;
	}

	private static @Nullable Explanation explanation(ResultSet row) throws SQLException {
		String key = row.getString("explanation_key");
		return (key != null) ? new Explanation(key, Objects.requireNonNullElse(row.getString("explanation_code"), ""),
				Objects.requireNonNullElse(row.getString("explanation_reference"), "")) : null;
	}

	static Map<String, @Nullable Object> values(ChosenMailbox found) {
		Explanation why = found.explanation();
		Switches switches = found.switches();
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("name", found.displayName().value());
		values.put("type", cut(found.type(), LONGEST_TYPE));
		values.put("access", found.access().name());
		values.put("openedAt", at(found.openedAt()));
		values.put("ours", found.ours());
		values.put("imap", (switches != null) ? switches.imap() : null);
		values.put("pop", (switches != null) ? switches.pop() : null);
		values.put("mailboxSmtpOff", (switches != null) ? switches.smtpOff() : null);
		values.put("smtpOff", found.smtpOff());
		values.put("key", (why != null) ? why.key() : null);
		values.put("code", (why != null) ? cut(why.code(), LONGEST_CODE) : null);
		values.put("reference", (why != null) ? cut(why.reference(), LONGEST_CODE) : null);
		values.put("lookedUpAt", at(found.lookedUpAt()));
		values.put("connection", found.connection().value());
		values.put("address", found.address().value());
		return values;
	}

	static @Nullable OffsetDateTime at(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static String cut(String text, int longest) {
		return text.substring(0, Math.min(longest, text.length()));
	}

}
