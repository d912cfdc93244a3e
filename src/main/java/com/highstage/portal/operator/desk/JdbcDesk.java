package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

	static final String KNOWN = """
			select * from desk_row where customer_id in (:ids)
			union select * from desk_row where tenant_id in (:ids)
			""";

	private static final int LARGE_PAGE = 1000;

	private final JdbcClient jdbc;

	private final JdbcPlans plans;

	private final JdbcWords words;

	private final DeskRows rows;

	private final Clock clock;

	private final TransactionTemplate reading;

	JdbcDesk(JdbcClient jdbc, JdbcPlans plans, JdbcWords words, DeskRows rows, Clock clock,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.words = words;
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
	public List<DeskRow> known(Collection<UUID> ids) {
		return ids.isEmpty() ? List.of() : this.jdbc.sql(KNOWN).param("ids", ids).query(JdbcDeskRow::read).list();
	}

	@Override
	public Page list(DeskQuery query, Place place) {
		Optional<Mark> mark = Mark.parse(query, place.mark());
		boolean backwards = place.backwards() && mark.isPresent();
		List<Found> found = read(query, mark.orElse(null), backwards, PAGE + 1);
		boolean more = found.size() > PAGE;
		List<Found> shown = more ? found.subList(0, PAGE) : found;
		if (backwards) {
			// what is before the mark fits on the first page
			return more ? page(shown.reversed(), true, true) : list(query, Place.FIRST);
		}
		if (shown.isEmpty() && mark.isPresent()) {
			// what followed has moved elsewhere meanwhile
			return list(query, Place.FIRST);
		}
		return page(shown, mark.isPresent(), more);
	}

	@Override
	public void each(DeskQuery query, Consumer<DeskRow> each) {
		Mark last = null;
		List<Found> page;
		do {
			page = read(query, last, false, LARGE_PAGE);
			page.forEach((found) -> each.accept(found.row()));
			last = page.isEmpty() ? null : page.getLast().mark();
		}
		while (page.size() == LARGE_PAGE);
	}

	private static Page page(List<Found> found, boolean before, boolean after) {
		boolean any = !found.isEmpty();
		return new Page(found.stream().map(Found::row).toList(),
				(before && any) ? found.getFirst().mark().toString() : null,
				(after && any) ? found.getLast().mark().toString() : null);
	}

	private List<Found> read(DeskQuery query, @Nullable Mark mark, boolean backwards, int most) {
		return this.reading.execute((status) -> {
			this.plans.forTheseValues(!Words.sought(query.text()).isEmpty());
			JdbcDeskSearch search = search(query, mark, backwards);
			boolean byWord = Mark.hasTerm(query);
			return this.jdbc.sql(search.sql()).params(search.params()).param("most", most).query((row, number) -> {
				DeskRow found = JdbcDeskRow.read(row, number);
				return new Found(found, Mark.of(query.sort(), found, byWord ? row.getBytes("term") : null));
			}).list();
		});
	}

	JdbcDeskSearch search(DeskQuery query, @Nullable Mark mark, boolean backwards) {
		SoughtWords words = this.words.of(query.text(), (mark != null) ? mark.term() : null);
		return new JdbcDeskSearch(query, words, this.clock.instant(), mark, backwards);
	}

	/**
	 * A row with its place.
	 *
	 * @param row the row
	 * @param mark its place
	 */
	private record Found(DeskRow row, Mark mark) {

	}

}
