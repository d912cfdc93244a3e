package com.highstage.portal.invitation.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.ContactConfirmed;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * Contact addresses in the table {@code contact}.
 */
@Repository
class JdbcContactRows implements ContactRows {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	JdbcContactRows(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public Contact lock(Person by, MailAddress address, Language language) {
		this.jdbc.sql("""
				insert into contact (tenant_id, address, language, asked_by, asked_at)
				values (:tenant, :address, :language, :by, :now)
				on conflict do nothing
				""")
			.param("tenant", by.tenant().value())
			.param("address", address.value())
			.param("language", language.name())
			.param("by", by.name())
			.param("now", now())
			.update();
		return lock(by.tenant()).orElseThrow();
	}

	@Override
	public Optional<Contact> lock(TenantId tenant) {
		return this.jdbc.sql("select * from contact where tenant_id = :tenant for update")
			.param("tenant", tenant.value())
			.query((row, index) -> read(row))
			.optional();
	}

	@Override
	public void replace(Person by, MailAddress address, Language language, @Nullable UUID link) {
		this.jdbc.sql("""
				update contact
				set address = :address, language = :language, asked_by = :by, asked_at = :now, link_id = :link,
				    confirmed_at = null
				where tenant_id = :tenant
				""")
			.param("tenant", by.tenant().value())
			.param("address", address.value())
			.param("language", language.name())
			.param("by", by.name())
			.param("now", now())
			.param("link", link)
			.update();
	}

	@Override
	public boolean remove(TenantId tenant) {
		return this.jdbc.sql("delete from contact where tenant_id = :tenant")
			.param("tenant", tenant.value())
			.update() == 1;
	}

	@Override
	public Optional<Contact> find(TenantId tenant) {
		return this.jdbc.sql("select * from contact where tenant_id = :tenant")
			.param("tenant", tenant.value())
			.query((row, index) -> read(row))
			.optional();
	}

	@Override
	public boolean confirm(Link link) {
		boolean confirmed = this.jdbc.sql("""
				update contact set confirmed_at = :now
				where tenant_id = :tenant and link_id = :link and confirmed_at is null
				""").param("tenant", link.tenant().value()).param("link", link.id()).param("now", now()).update() == 1;
		if (confirmed) {
			this.events.publishEvent(new ContactConfirmed(link.tenant()));
		}
		return confirmed;
	}

	private static Contact read(ResultSet row) throws SQLException {
		OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
		Instant asked = row.getObject("asked_at", OffsetDateTime.class).toInstant();
		return new Contact(new TenantId(row.getObject("tenant_id", UUID.class)),
				new MailAddress(row.getString("address")), Language.valueOf(row.getString("language")),
				row.getString("asked_by"), asked, row.getObject("link_id", UUID.class),
				(confirmed != null) ? confirmed.toInstant() : null);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
