package com.highstage.portal.invitation.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.account.Person;

/**
 * Counts mails in the table {@code asked_mail}.
 */
@Repository
class JdbcMailAllowance implements MailAllowance {

	private static final Duration HOUR = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final InvitationProperties properties;

	private final Clock clock;

	JdbcMailAllowance(JdbcClient jdbc, InvitationProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public boolean take(Person person) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("delete from asked_mail where tenant_id = :tenant and object_id = :person and asked_at <= :before")
			.param("tenant", person.tenant().value())
			.param("person", person.id().objectId().value())
			.param("before", now.minus(HOUR))
			.update();
		int asked = this.jdbc.sql("select count(*) from asked_mail where tenant_id = :tenant and object_id = :person")
			.param("tenant", person.tenant().value())
			.param("person", person.id().objectId().value())
			.query(Integer.class)
			.single();
		if (asked >= this.properties.mailsPerHour()) {
			return false;
		}
		this.jdbc.sql("""
				insert into asked_mail (id, tenant_id, object_id, asked_at) values (:id, :tenant, :person, :now)
				""")
			.param("id", UUID.randomUUID())
			.param("tenant", person.tenant().value())
			.param("person", person.id().objectId().value())
			.param("now", now)
			.update();
		return true;
	}

}
