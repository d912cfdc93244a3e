package com.highstage.portal.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.audit.AuditEntries.Filter;
import com.highstage.portal.tenant.TenantId;

/**
 * Finds entries along indexes that end with their sequence, whose order is that of the
 * chain.
 */
@Repository
class JdbcEntrySearch {

	private static final String ENTRIES = """
			select sequence, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
				subject, refused, details, key_id, mac
			from audit_entry where sequence < :before""";

	private static final String NEWEST_FIRST = " order by sequence desc limit :most";

	/**
	 * Clocks of replicas differ by less; within it, times may not follow the sequence.
	 */
	private static final Duration SKEW = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	JdbcEntrySearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ChainEntry> about(@Nullable TenantId tenant, String subject, long before, int most) {
		Map<String, Object> params = new HashMap<>(Map.of("before", before, "most", most, "subject", subject));
		String one = "(" + ENTRIES + " and subject = :subject" + NEWEST_FIRST + ")";
		if (tenant == null) {
			return read(one, params);
		}
		params.put("tenant", tenant.value());
		return read("select * from (" + one + " union (" + ENTRIES + " and tenant_id = :tenant" + NEWEST_FIRST
				+ ")) found" + NEWEST_FIRST, params);
	}

	List<ChainEntry> find(Filter filter, long before, int most) {
		StringBuilder sql = new StringBuilder(ENTRIES);
		Map<String, Object> params = new HashMap<>(Map.of("before", before, "most", most));
		if (filter.tenant() != null) {
			and(sql, params, "tenant_id = :tenant", "tenant", filter.tenant().value());
		}
		if (!filter.subject().isEmpty()) {
			and(sql, params, "subject = :subject", "subject", filter.subject());
		}
		if (!filter.actor().isEmpty()) {
			boolean id = filter.actor().contains("/") || filter.actor().equals(Actor.PORTAL.id())
					|| filter.actor().equals(Actor.STRANGER.id());
			and(sql, params, id ? "actor_id = :actor" : "actor_name = :actor", "actor", filter.actor());
		}
		if (!filter.action().isEmpty()) {
			and(sql, params, "action = :action", "action", filter.action());
		}
		if (filter.refused()) {
			and(sql, params, "refused = :refused", "refused", true);
		}
		between(sql, params, filter);
		return read(sql + NEWEST_FIRST, params);
	}

	// times as places in the chain, so that every search goes along one index
	private void between(StringBuilder sql, Map<String, Object> params, Filter filter) {
		if (filter.from() != null) {
			and(sql, params, "recorded_at >= :from", "from", filter.from().atOffset(ZoneOffset.UTC));
			and(sql, params, "sequence >= :first", "first",
					place("recorded_at >= :at order by recorded_at, sequence", filter.from().minus(SKEW)));
		}
		if (filter.until() != null) {
			and(sql, params, "recorded_at < :until", "until", filter.until().atOffset(ZoneOffset.UTC));
			and(sql, params, "sequence <= :last", "last",
					place("recorded_at < :at order by recorded_at desc, sequence desc", filter.until().plus(SKEW)));
		}
	}

	private long place(String condition, Instant at) {
		return this.jdbc.sql("select sequence from audit_entry where " + condition + " limit 1")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.optional()
			.orElse(condition.contains("desc") ? 0L : Long.MAX_VALUE);
	}

	private static void and(StringBuilder sql, Map<String, Object> params, String condition, String name,
			Object value) {
		sql.append(" and ").append(condition);
		params.put(name, value);
	}

	private List<ChainEntry> read(String sql, Map<String, Object> params) {
		return this.jdbc.sql(sql)
			.params(params)
			.query(JdbcChainRows::row)
			.list()
			.stream()
			.map((row) -> row.entry())
			.toList();
	}

}
