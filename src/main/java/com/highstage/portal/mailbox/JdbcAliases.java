package com.highstage.portal.mailbox;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * What becomes of the rows of a mailbox that was chosen by another address too.
 */
final class JdbcAliases {

	private final JdbcClient jdbc;

	JdbcAliases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	// until one of them is the other, neither must be forgotten by somebody else
	List<MailboxAddress> lock(ConnectionId connection, MailboxAddress typed, MailboxAddress primary) {
		return this.jdbc.sql("""
				select address from mailbox where connection_id = :connection and address in (:both)
				order by address for update
				""")
			.param("connection", connection.value())
			.param("both", List.of(typed.value(), primary.value()))
			.query((row, number) -> new MailboxAddress(row.getString("address")))
			.list();
	}

	// a script that named the alias has opened the mailbox
	void scriptNamed(ConnectionId connection, MailboxAddress address, MailboxAddress typed) {
		this.jdbc.sql("""
				insert into mailbox_script (connection_id, address, handed_out_at)
				select m.connection_id, m.address, t.handed_out_at from mailbox m
				join mailbox_script t on t.connection_id = m.connection_id and t.address = :typed
				where m.connection_id = :connection and m.address = :address and not m.ours and m.access <> 'OPEN'
					and not exists (select 1 from mailbox_script s
						where s.connection_id = m.connection_id and s.address = m.address)
				""")
			.param("connection", connection.value())
			.param("typed", typed.value())
			.param("address", address.value())
			.update();
	}

	void chosenBy(ConnectionId connection, MailboxAddress address, MailboxAddress typed) {
		this.jdbc.sql("""
				update mailbox set typed_address = :typed
				where connection_id = :connection and address = :address and typed_address is null
				""")
			.param("typed", typed.value())
			.param("connection", connection.value())
			.param("address", address.value())
			.update();
	}

}
