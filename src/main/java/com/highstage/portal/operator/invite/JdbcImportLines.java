package com.highstage.portal.operator.invite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Lines of lists in the table {@code invitation_import_line}.
 */
@Repository
class JdbcImportLines {

	private static final int SHORT = 64;

	private static final int SHORTEST = 16;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	JdbcImportLines(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void add(UUID list, List<JudgedLine> lines) {
		this.batches.batchUpdate("""
				insert into invitation_import_line (import_id, line, name, customer_reference, address, language,
				    protocols, mailboxes, expected_domain, days, personal_line, expected_tenant_id, verdict)
				values (:list, :line, :name, :reference, :address, :language, :protocols, :mailboxes, :domain, :days,
				    :personalLine, :expected, :verdict)
				""", lines.stream().map((line) -> values(list, line)).toArray(MapSqlParameterSource[]::new));
	}

	/**
	 * The next customer to be invited.
	 * @param list the list
	 * @return empty if nobody is left
	 */
	Optional<JudgedLine> next(UUID list) {
		return this.jdbc.sql("""
				select * from invitation_import_line
				where import_id = :list and verdict = 'GOOD' and customer_id is null
				order by failures, line limit 1
				""").param("list", list).query((row, index) -> judged(row)).optional();
	}

	/**
	 * Lines, those first that cannot be invited.
	 * @param list the list
	 * @param from how many to pass over
	 * @param most how many at most
	 * @return the lines
	 */
	List<Imports.Line> some(UUID list, int from, int most) {
		return this.jdbc.sql("""
				select * from invitation_import_line where import_id = :list
				order by case when verdict = 'GOOD' then 1 else 0 end, line limit :most offset :from
				""")
			.param("list", list)
			.param("most", most)
			.param("from", from)
			.query((row, index) -> line(row))
			.list();
	}

	/**
	 * Takes a line for inviting its customer, in the caller's transaction.
	 * @param list the list
	 * @param line the line's number
	 * @return false if somebody else did
	 */
	boolean take(UUID list, int line) {
		return this.jdbc.sql("""
				select line from invitation_import_line
				where import_id = :list and line = :line and verdict = 'GOOD' and customer_id is null for update
				""").param("list", list).param("line", line).query(Integer.class).optional().isPresent();
	}

	void invited(UUID list, int line, CustomerId customer) {
		this.jdbc.sql("""
				update invitation_import_line set customer_id = :customer where import_id = :list and line = :line
				""").param("list", list).param("line", line).param("customer", customer.value()).update();
	}

	void refuse(UUID list, int line, Verdict verdict) {
		this.jdbc.sql("""
				update invitation_import_line set verdict = :verdict
				where import_id = :list and line = :line and customer_id is null
				""").param("list", list).param("line", line).param("verdict", verdict.name()).update();
	}

	/**
	 * Notes that inviting a line's customer failed.
	 * @param list the list
	 * @param line the line's number
	 * @return how often it did
	 */
	int failed(UUID list, int line) {
		this.jdbc.sql("""
				update invitation_import_line set failures = failures + 1 where import_id = :list and line = :line
				""").param("list", list).param("line", line).update();
		return this.jdbc.sql("""
				select failures from invitation_import_line where import_id = :list and line = :line
				""").param("list", list).param("line", line).query(Integer.class).optional().orElse(0);
	}

	void forget(UUID list) {
		this.jdbc.sql("delete from invitation_import_line where import_id = :list").param("list", list).update();
	}

	private static MapSqlParameterSource values(UUID list, JudgedLine judged) {
		TypedCustomer typed = judged.line().customer();
		TenantId expected = judged.expected();
		return new MapSqlParameterSource("list", list).addValue("line", judged.line().number())
			.addValue("name", new PlainName(typed.name()).value())
			.addValue("reference", new PlainName(typed.reference()).value())
			.addValue("address", new PlainName(typed.address()).value())
			.addValue("language", cut(typed.language(), SHORT))
			.addValue("protocols", cut(typed.protocols(), SHORT))
			.addValue("mailboxes", cut(typed.mailboxes(), CustomerReader.LONGEST_MAILBOXES).replace('\0', ' '))
			.addValue("domain", new PlainName(typed.domain()).value())
			.addValue("days", cut(typed.days(), SHORTEST))
			.addValue("personalLine", new PlainName(typed.personalLine()).value())
			.addValue("expected", (expected != null) ? expected.value() : null)
			.addValue("verdict", judged.verdict().name());
	}

	private static String cut(String text, int longest) {
		return (text.length() > longest) ? text.substring(0, longest) : text;
	}

	private static JudgedLine judged(ResultSet row) throws SQLException {
		UUID expected = row.getObject("expected_tenant_id", UUID.class);
		return new JudgedLine(new TypedLine(row.getInt("line"), typed(row)), Verdict.valueOf(row.getString("verdict")),
				(expected != null) ? new TenantId(expected) : null);
	}

	private static Imports.Line line(ResultSet row) throws SQLException {
		return new Imports.Line(row.getInt("line"), typed(row), Verdict.valueOf(row.getString("verdict")),
				customer(row.getObject("customer_id", UUID.class)));
	}

	private static @Nullable CustomerId customer(@Nullable UUID id) {
		return (id != null) ? new CustomerId(id) : null;
	}

	private static TypedCustomer typed(ResultSet row) throws SQLException {
		return new TypedCustomer(row.getString("name"), row.getString("customer_reference"), row.getString("address"),
				row.getString("language"), row.getString("protocols"), row.getString("mailboxes"),
				row.getString("expected_domain"), row.getString("days"), row.getString("personal_line"));
	}

}
