package com.highstage.portal.operator.desk;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.highstage.portal.database.Database;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.operator.Tally.Tallies;
import com.highstage.portal.operator.action.Candidates;

/**
 * The real list in a database, without a Spring context.
 */
public final class TestDesk {

	final DeskRows rows;

	final JdbcDesk desk;

	final Tallies tallies;

	private final Database database;

	private final Clock clock;

	public TestDesk(Database database, Clock clock) {
		this.database = database;
		this.clock = clock;
		this.rows = new JdbcDeskRows(database.jdbc(), clock);
		this.desk = new JdbcDesk(database.jdbc(), plans(database), new JdbcWords(database.jdbc()), this.rows, clock,
				database.transactionManager());
		this.tallies = new JdbcTallies(database.jdbc(), clock);
	}

	static Candidates candidates(Database database) {
		return new JdbcCandidates(database.jdbc(), plans(database), new JdbcWords(database.jdbc()),
				database.transactionManager());
	}

	static JdbcPlans plans(Database database) {
		try {
			return new JdbcPlans(database.jdbc(), database.dataSource());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public DeskRow add(String name, CustomerState state, Instant since) {
		return save(row(new CustomerId(UUID.randomUUID()), name, state, since));
	}

	public DeskRow row(CustomerId id, String name, CustomerState state, Instant since) {
		return new DeskRow(id, name, "", "", "", "", null, null, new DeskRow.Standing(state, null, null, null, since),
				null, null, false, List.of(), this.clock.instant());
	}

	public DeskRow save(DeskRow row) {
		save(List.of(row));
		return row;
	}

	public void save(List<DeskRow> all) {
		this.database.transactions().executeWithoutResult((status) -> all.forEach((row) -> {
			this.rows.lock(row.customer());
			this.rows.save(row, null, Projection.words(row));
		}));
	}

}
