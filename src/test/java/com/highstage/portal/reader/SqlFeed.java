package com.highstage.portal.reader;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows the portal in its database, as {@code src/docs/handover.md} says: with a login
 * of the role {@code highstage_reader}, which knows four views and three tables.
 */
final class SqlFeed implements Feed {

	private static final String COLUMNS = "select connection_id, tenant_id, client_id, sealed_credential, "
			+ "credential_key_id, credential_expires_at, sequence, change, status from highstage_connection_v1 ";

	private final JdbcClient jdbc;

	private final TransactionTemplate oneMoment;

	SqlFeed(String url) {
		SingleConnectionDataSource database = new SingleConnectionDataSource(url, true);
		this.jdbc = JdbcClient.create(database);
		this.oneMoment = new TransactionTemplate(new JdbcTransactionManager(database));
		this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.oneMoment.setReadOnly(true);
	}

	@Override
	public Page after(long change) {
		List<JsonNode> rows = rows(this.jdbc.sql(COLUMNS + "where change > :change order by change limit :limit")
			.param("change", change)
			.param("limit", LIMIT));
		return new Page(rows, rows.isEmpty() ? change : rows.getLast().path("change").asLong(), rows.size() == LIMIT);
	}

	@Override
	public JsonNode one(String connection) {
		return rows(this.jdbc.sql(COLUMNS + "where connection_id = :id").param("id", UUID.fromString(connection)))
			.getFirst();
	}

	private List<JsonNode> rows(JdbcClient.StatementSpec connections) {
		return this.oneMoment
			.execute((status) -> connections.query().listOfRows().stream().<JsonNode>map(this::withMailboxes).toList());
	}

	private ObjectNode withMailboxes(Map<String, Object> row) {
		ObjectNode json = json(row);
		this.jdbc.sql("select address from highstage_mailbox_v1 where connection_id = :id")
			.param("id", row.get("connection_id"))
			.query()
			.listOfRows()
			.forEach((mailbox) -> json.withArray("mailboxes").add(json(mailbox)));
		return json;
	}

	private static ObjectNode json(Map<String, Object> row) {
		Map<String, Object> plain = new LinkedHashMap<>(row);
		plain.replaceAll((name, value) -> (value instanceof Timestamp time) ? time.toInstant().toString() : value);
		return JsonMapper.shared().valueToTree(plain);
	}

	@Override
	public boolean acknowledge(String connection, long sequence) {
		this.jdbc.sql("""
				insert into highstage_acknowledgement (connection_id, sequence, acknowledged_at)
				values (:id, :sequence, now()) on conflict (connection_id, sequence) do nothing
				""").param("id", UUID.fromString(connection)).param("sequence", sequence).update();
		return true;
	}

	@Override
	public List<String> signingKeys() {
		return this.jdbc.sql("select public_key from highstage_signing_key_v1").query(String.class).list();
	}

}
