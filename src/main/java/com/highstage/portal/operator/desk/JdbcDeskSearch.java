package com.highstage.portal.operator.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskQuery.Secret;
import com.highstage.portal.operator.DeskQuery.Sort;

/**
 * A query of the list as SQL. Everything that came from outside is a parameter.
 */
final class JdbcDeskSearch {

	private static final String ALL = "select r.* from desk_row r where 1 = 1";

	/** Looks at those alone who have the first word. */
	private static final String RARE = """
			select r.* from (select distinct customer_id from desk_term where term >= :from0 and term < :to0) f
			join desk_row r on r.customer_id = f.customer_id where 1 = 1""";

	/**
	 * Goes along those who have the first word, in the order of that word and of names.
	 */
	private static final String BY_WORD = """
			select r.*, t.term from desk_term t join desk_row r on r.customer_id = t.customer_id where 1 = 1""";

	/** Who has several such words is found by the first of them alone. */
	private static final String ONCE = """
			 and t.term >= :from0 and t.term < :to0
			and not exists (select 1 from desk_term s where s.customer_id = t.customer_id
				and s.term >= :from0 and s.term < t.term)
			""";

	private final Map<String, Object> params = new HashMap<>();

	private final StringBuilder sql = new StringBuilder();

	/**
	 * Makes a search.
	 * @param query what is asked for
	 * @param words the words, the one to begin with first
	 * @param now the time
	 * @param mark where to go on from; null for the beginning
	 * @param backwards whether to go backwards from there
	 */
	JdbcDeskSearch(DeskQuery query, SoughtWords words, Instant now, @Nullable Mark mark, boolean backwards) {
		boolean byWord = query.sort() == Sort.NAME && !words.all().isEmpty();
		String begin = byWord ? BY_WORD : words.rare() ? RARE : ALL;
		this.sql.append(begin);
		for (int place = 0; place < words.all().size(); place++) {
			word(place, words.all().get(place), (place > 0) ? ALL : begin);
		}
		filter(query, now);
		boolean descending = (query.sort() == Sort.CHANGED) != backwards;
		String columns = byWord ? "t.term, t.name_key, t.customer_id" : "r." + column(query.sort()) + ", r.customer_id";
		if (mark != null) {
			this.sql.append(
					" and (%s) %s (%s:key, :id)".formatted(columns, descending ? "<" : ">", byWord ? ":term, " : ""));
			this.params.put("key", mark.key());
			this.params.put("id", mark.id());
			if (byWord) {
				this.params.put("term", Objects.requireNonNull(mark.term()));
			}
		}
		this.sql.append(" order by ")
			.append(descending ? columns.replace(",", " desc,") + " desc" : columns)
			.append(" limit :most");
	}

	String sql() {
		return this.sql.toString();
	}

	Map<String, Object> params() {
		return this.params;
	}

	private void filter(DeskQuery query, Instant now) {
		if (query.state() != null) {
			and("r.state = :state", "state", query.state().name());
		}
		else if (query.group() != null) {
			and("r.state_group = :grp", "grp", query.group().name());
		}
		if (query.stuck() != null) {
			and("r.stuck_since <= :stuck", "stuck", now.minus(query.stuck().duration()).atOffset(ZoneOffset.UTC));
		}
		if (query.secret() != null) {
			if (query.secret() != Secret.OVER) {
				and("r.secret_ends > :now", "now", now.atOffset(ZoneOffset.UTC));
			}
			and("r.secret_ends <= :ends", "ends", now.plus(query.secret().within()).atOffset(ZoneOffset.UTC));
		}
		if (query.unmatched()) {
			and("r.unmatched = :unmatched", "unmatched", true);
		}
	}

	private void word(int place, byte[] word, String begin) {
		this.sql.append(switch (begin) {
			case BY_WORD -> ONCE;
			case RARE -> "";
			default -> """
					 and exists (select 1 from desk_term s where s.customer_id = r.customer_id
						and s.term >= :from%1$d and s.term < :to%1$d)
					""".formatted(place);
		});
		this.params.put("from" + place, word);
		this.params.put("to" + place, Words.end(word));
	}

	private void and(String condition, String name, Object value) {
		this.sql.append(" and ").append(condition);
		this.params.put(name, value);
	}

	private static String column(Sort sort) {
		return switch (sort) {
			case NAME -> "name_key";
			case STUCK -> "stuck_since";
			case SECRET -> "secret_ends";
			case CHANGED -> "changed_at";
		};
	}

}
