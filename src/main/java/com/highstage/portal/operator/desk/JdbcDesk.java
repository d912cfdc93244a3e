package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.operator.Desk;
import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskRow;

/**
 * The list from the tables {@code desk_row} and {@code desk_term}, page by page along an
 * index. An export reads pages too, large ones: a cursor would hold a transaction and a
 * database connection for as long as somebody's download takes.
 */
@Repository
class JdbcDesk implements Desk {

	/** Rows on a page. */
	static final int PAGE = 50;

	private static final int LARGE_PAGE = 1000;

	private final JdbcClient jdbc;

	private final JdbcPlans plans;

	private final DeskRows rows;

	private final Clock clock;

	private final TransactionTemplate reading;

	JdbcDesk(JdbcClient jdbc, JdbcPlans plans, DeskRows rows, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.rows = rows;
		this.clock = clock;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	@Override
	public Optional<DeskRow> find(CustomerId customer) {
		return this.rows.find(customer);
	}

	@Override
	public Page list(DeskQuery query, Place place) {
		Optional<Mark> mark = Mark.parse(query.sort(), place.mark());
		boolean backwards = place.backwards() && mark.isPresent();
		List<DeskRow> found = read(query, mark.orElse(null), backwards, PAGE + 1);
		boolean more = found.size() > PAGE;
		List<DeskRow> shown = more ? found.subList(0, PAGE) : found;
		if (backwards) {
			// what is before the mark fits on the first page
			return more ? page(query, shown.reversed(), true, true) : list(query, Place.FIRST);
		}
		if (shown.isEmpty() && mark.isPresent()) {
			// what followed has moved elsewhere meanwhile
			return list(query, Place.FIRST);
		}
		return page(query, shown, mark.isPresent(), more);
	}

	@Override
	public void each(DeskQuery query, Consumer<DeskRow> each) {
		Mark last = null;
		List<DeskRow> page;
		do {
			page = read(query, last, false, LARGE_PAGE);
			page.forEach(each);
			last = page.isEmpty() ? null : Mark.of(query.sort(), page.getLast());
		}
		while (page.size() == LARGE_PAGE);
	}

	private static Page page(DeskQuery query, List<DeskRow> rows, boolean before, boolean after) {
		boolean any = !rows.isEmpty();
		return new Page(rows, (before && any) ? Mark.of(query.sort(), rows.getFirst()).toString() : null,
				(after && any) ? Mark.of(query.sort(), rows.getLast()).toString() : null);
	}

	private List<DeskRow> read(DeskQuery query, @Nullable Mark mark, boolean backwards, int most) {
		JdbcDeskSearch search = new JdbcDeskSearch(query, this.clock.instant(), mark, backwards);
		return this.reading.execute((status) -> {
			this.plans.forTheseValues();
			return this.jdbc.sql(search.sql())
				.params(search.params())
				.param("most", most)
				.query(JdbcDeskRow::read)
				.list();
		});
	}

}
