package com.highstage.portal.operator.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskQuery.Secret;
import com.highstage.portal.operator.DeskQuery.Sort;

/**
 * A query of the list as SQL. Everything that came from outside is a parameter.
 */
final class JdbcDeskSearch {

	private final Map<String, Object> params = new HashMap<>();

	private final StringBuilder sql = new StringBuilder("select r.* from desk_row r where 1 = 1");

	JdbcDeskSearch(DeskQuery query, Instant now, @Nullable Mark mark, boolean backwards) {
		filter(query, now);
		words(query.text());
		boolean descending = (query.sort() == Sort.CHANGED) != backwards;
		String column = column(query.sort());
		if (mark != null) {
			this.sql.append(" and (r.%s, r.customer_id) %s (:key, :id)".formatted(column, descending ? "<" : ">"));
			this.params.put("key", mark.key());
			this.params.put("id", mark.id());
		}
		String direction = descending ? " desc" : "";
		this.sql.append(" order by r.%s%s, r.customer_id%s limit :most".formatted(column, direction, direction));
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

	private void words(String text) {
		int place = 0;
		for (byte[] word : Words.sought(text)) {
			place++;
			this.sql.append("""
					 and exists (select 1 from desk_term t where t.customer_id = r.customer_id
						and t.term >= :from%1$d and t.term < :to%1$d)
					""".formatted(place));
			this.params.put("from" + place, word);
			this.params.put("to" + place, Words.end(word));
		}
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
