package com.highstage.portal.mailbox;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ConnectionMoved;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Mailboxes in the database.
 */
@Repository
class JdbcChosenMailboxes implements ChosenMailboxes {

	private static final String UPDATE = """
			update mailbox set display_name = :name, mailbox_type = :type, access = :access,
				opened_at = :openedAt, ours = %s, imap_on = :imap, pop_on = :pop,
				mailbox_smtp_off = :mailboxSmtpOff, smtp_off = :smtpOff, explanation_key = :key,
				explanation_code = :code, explanation_reference = :reference, looked_up_at = :lookedUpAt
			where connection_id = :connection and address = :address
			""";

	private final JdbcClient jdbc;

	private final JdbcAliases aliases;

	private final ApplicationEventPublisher events;

	JdbcChosenMailboxes(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.aliases = new JdbcAliases(jdbc);
		this.events = events;
	}

	@Override
	public void choose(ConnectionId connection, Collection<MailboxAddress> addresses) {
		Set<MailboxAddress> missing = new HashSet<>(addresses);
		for (Known known : known(connection)) {
			boolean chosen = missing.remove(known.address());
			if (known.typed() != null && missing.remove(known.typed())) {
				chosen = true;
			}
			if (chosen != known.wanted()) {
				want(connection, known.address(), chosen);
			}
			if (!chosen && !known.mayBeOpen()) {
				forget(connection, known.address());
			}
		}
		missing.forEach((address) -> add(connection, address));
	}

	@Override
	public List<ChosenMailbox> of(ConnectionId connection) {
		return this.jdbc.sql("select * from mailbox where connection_id = :connection order by address")
			.param("connection", connection.value())
			.query(JdbcMailboxRow::mailbox)
			.list();
	}

	@Override
	public List<MailboxAddress> wanted(ConnectionId connection) {
		return this.jdbc
			.sql("select address from mailbox where connection_id = :connection and wanted order by address")
			.param("connection", connection.value())
			.query((row, number) -> new MailboxAddress(row.getString("address")))
			.list();
	}

	@Override
	public MailboxCount count(ConnectionId connection) {
		Map<Access, Integer> wanted = new EnumMap<>(Access.class);
		AtomicInteger leaving = new AtomicInteger();
		this.jdbc.sql("""
				select wanted, access, count(*) as number from mailbox where connection_id = :connection
				group by wanted, access
				""").param("connection", connection.value()).query((row) -> {
			if (row.getBoolean("wanted")) {
				wanted.put(Access.valueOf(row.getString("access")), row.getInt("number"));
			}
			else {
				leaving.addAndGet(row.getInt("number"));
			}
		});
		return new MailboxCount(wanted, leaving.get());
	}

	/**
	 * Stores what was found about a mailbox.
	 * @param found the mailbox
	 */
	void save(ChosenMailbox found) {
		this.jdbc.sql(UPDATE.formatted(":ours")).params(JdbcMailboxRow.values(found)).update();
	}

	/**
	 * Stores what was found, unless somebody else asked Exchange meanwhile.
	 * @param before what was known when Exchange was asked
	 * @param found what was found
	 */
	void saveUnlessNewer(ChosenMailbox before, ChosenMailbox found) {
		Map<String, @Nullable Object> values = JdbcMailboxRow.values(found);
		values.put("before", JdbcMailboxRow.at(before.lookedUpAt()));
		// what the portal has begun to give meanwhile is the portal's
		this.jdbc
			.sql(UPDATE.formatted("ours")
					+ "and looked_up_at is not distinct from cast(:before as timestamp with time zone)")
			.params(values)
			.update();
	}

	/**
	 * Finds a mailbox by its address, or by the one it was typed with.
	 * @param connection whose list
	 * @param address the address
	 * @return the mailbox
	 */
	Optional<ChosenMailbox> find(ConnectionId connection, MailboxAddress address) {
		return this.jdbc.sql("""
				select * from mailbox
				where connection_id = :connection and (address = :address or typed_address = :address)
				order by case when address = :address then 0 else 1 end limit 1
				""")
			.param("connection", connection.value())
			.param("address", address.value())
			.query(JdbcMailboxRow::mailbox)
			.optional();
	}

	/**
	 * Notes that access is about to be given.
	 * @param seen the mailbox
	 * @return false if it is no longer wanted
	 */
	boolean claim(ChosenMailbox seen) {
		return this.jdbc.sql("""
				update mailbox set ours = true
				where connection_id = :connection and address = :address and wanted
				""")
			.param("connection", seen.connection().value())
			.param("address", seen.address().value())
			.update() == 1;
	}

	/**
	 * Gives a row the mailbox's primary address; where that has a row already, the two
	 * become one. In the caller's transaction.
	 * @param connection whose list
	 * @param typed the address of the row
	 * @param primary the primary address
	 * @return false if that had a row already
	 */
	boolean move(ConnectionId connection, MailboxAddress typed, MailboxAddress primary) {
		boolean there = this.aliases.lock(connection, typed, primary).contains(primary);
		if (there) {
			this.aliases.scriptNamed(connection, primary, typed);
			if (forgetWanted(connection, typed)) {
				want(connection, primary, true);
				this.aliases.chosenBy(connection, primary, typed);
			}
			return false;
		}
		return this.jdbc.sql("""
				update mailbox set address = :primary, typed_address = :typed
				where connection_id = :connection and address = :typed and wanted
				""")
			.param("connection", connection.value())
			.param("typed", typed.value())
			.param("primary", primary.value())
			.update() == 1 && moved(connection);
	}

	/**
	 * Deletes a row that is still unwanted.
	 * @param closed the mailbox that access was taken away from
	 * @return false if somebody wanted it again meanwhile
	 */
	boolean forgetUnlessWanted(ChosenMailbox closed) {
		return this.jdbc
			.sql("delete from mailbox where connection_id = :connection and address = :address and not wanted")
			.param("connection", closed.connection().value())
			.param("address", closed.address().value())
			.update() == 1;
	}

	/**
	 * Whether a mailbox is wanted under another address.
	 * @param row a mailbox that is off the list
	 * @param primary the primary address of the mailbox that has this one's address
	 * @return true if this row is only another name for it, so that nothing is to be
	 * taken away
	 */
	boolean wantsInstead(ChosenMailbox row, MailboxAddress primary) {
		return !primary.equals(row.address())
				&& find(row.connection(), primary).filter(ChosenMailbox::wanted).isPresent();
	}

	private boolean forgetWanted(ConnectionId connection, MailboxAddress address) {
		return this.jdbc.sql("delete from mailbox where connection_id = :connection and address = :address and wanted")
			.param("connection", connection.value())
			.param("address", address.value())
			.update() == 1 && moved(connection);
	}

	// unless a script that opens it was just handed out
	private void forget(ConnectionId connection, MailboxAddress address) {
		this.jdbc.sql("""
				delete from mailbox where connection_id = :connection and address = :address and not exists (
					select 1 from mailbox_script s
					where s.connection_id = mailbox.connection_id and s.address = mailbox.address)
				""").param("connection", connection.value()).param("address", address.value()).update();
	}

	private List<Known> known(ConnectionId connection) {
		return this.jdbc.sql("""
				select m.address, m.typed_address, m.wanted, m.ours or s.address is not null as may_be_open
				from mailbox m
				left join mailbox_script s on s.connection_id = m.connection_id and s.address = m.address
				where m.connection_id = :connection order by m.address
				""").param("connection", connection.value()).query((row, line) -> {
			String typed = row.getString("typed_address");
			return new Known(new MailboxAddress(row.getString("address")),
					(typed != null) ? new MailboxAddress(typed) : null, row.getBoolean("wanted"),
					row.getBoolean("may_be_open"));
		}).list();
	}

	private void add(ConnectionId connection, MailboxAddress address) {
		this.jdbc.sql("""
				insert into mailbox (connection_id, address, display_name, mailbox_type, wanted, access, ours, smtp_off)
				values (:connection, :address, '', '', true, 'UNKNOWN', false, false)
				""").param("connection", connection.value()).param("address", address.value()).update();
		moved(connection);
	}

	private boolean moved(ConnectionId connection) {
		this.events.publishEvent(new ConnectionMoved(connection));
		return true;
	}

	private void want(ConnectionId connection, MailboxAddress address, boolean wanted) {
		this.jdbc.sql("update mailbox set wanted = :wanted where connection_id = :connection and address = :address")
			.params(Map.of("wanted", wanted, "connection", connection.value(), "address", address.value()))
			.update();
		moved(connection);
	}

	/**
	 * What {@link #choose} needs of a row.
	 *
	 * @param address its primary address, or as typed
	 * @param typed another address by which it was typed; null if none
	 * @param wanted whether it is on the list
	 * @param mayBeOpen whether the portal gave access, or a script of it may have
	 */
	private record Known(MailboxAddress address, @Nullable MailboxAddress typed, boolean wanted, boolean mayBeOpen) {

	}

}
