package com.highstage.portal.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

}
