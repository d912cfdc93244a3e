package com.highstage.portal.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.tenant.TenantId;

/**
 * Entries of the chain, read for people.
 */
@Repository
class JdbcAuditEntries implements AuditEntries {

	private final JdbcChainRows rows;

	private final JdbcEntrySearch search;

	JdbcAuditEntries(JdbcChainRows rows, JdbcEntrySearch search) {
		this.rows = rows;
		this.search = search;
	}

	@Override
	public List<Entry> of(TenantId tenant, int most) {
		return this.rows.newest(tenant, most).stream().map(JdbcAuditEntries::entry).toList();
	}

	@Override
	public List<Entry> about(@Nullable TenantId tenant, String subject, long before, int most) {
		return this.search.about(tenant, subject, before, most).stream().map(JdbcAuditEntries::entry).toList();
	}

	@Override
	public List<Entry> find(Filter filter, long before, int most) {
		return this.search.find(filter, before, most).stream().map(JdbcAuditEntries::entry).toList();
	}

	private static Entry entry(ChainEntry entry) {
		Map<String, String> details = new LinkedHashMap<>();
		JsonMapper.shared()
			.readTree(entry.details())
			.properties()
			.forEach((detail) -> details.put(detail.getKey(), detail.getValue().asString()));
		UUID tenant = entry.tenant();
		return new Entry(entry.sequence(), entry.at(), (tenant != null) ? new TenantId(tenant) : null,
				entry.actorKind(), entry.actorId(), entry.actorName(), entry.action(), entry.subject(), entry.refused(),
				details);
	}

}
