package com.highstage.portal.account.signin;

import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.account.Refusal;
import com.highstage.portal.account.Refusals;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;

/**
 * Refusals in the table {@code delegated_access}.
 */
@Repository
class JdbcRefusals implements Refusals {

	private final JdbcClient jdbc;

	JdbcRefusals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Refusal> find(SignInId signIn, Resource resource) {
		return this.jdbc.sql("""
				select refused_at, refusal, reference from delegated_access
				where sign_in_id = :signIn and resource = :resource and refused_at is not null
				""")
			.param("signIn", signIn.value())
			.param("resource", resource.name())
			.query((row, index) -> new Refusal(row.getString("refusal"), row.getString("reference"),
					row.getObject("refused_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

}
