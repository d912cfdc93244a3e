package com.highstage.portal.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Connections in the database.
 */
@Repository
class JdbcConnections implements Connections {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final JdbcChangeFeed feed;

	JdbcConnections(JdbcClient jdbc, JdbcChangeFeed feed, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.feed = feed;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public Optional<Connection> find(TenantId tenant) {
		return this.jdbc.sql("select * from connection where active_tenant_id = :tenant")
			.param("tenant", tenant.value())
			.query(JdbcConnections::connection)
			.optional();
	}

	@Override
	public Optional<Connection> latest(TenantId tenant) {
		return this.jdbc.sql("""
				select * from connection where tenant_id = :tenant
				order by case when active_tenant_id is null then 1 else 0 end, created_at desc limit 1
				""").param("tenant", tenant.value()).query(JdbcConnections::connection).optional();
	}

	@Override
	public int nextGeneration(TenantId tenant) {
		return this.jdbc.sql("select coalesce(max(generation), 1) from connection where tenant_id = :tenant")
			.param("tenant", tenant.value())
			.query(Integer.class)
			.single();
	}

	@Override
	public Connection get(ConnectionId id) {
		return this.jdbc.sql("select * from connection where connection_id = :id")
			.param("id", id.value())
			.query(JdbcConnections::connection)
			.single();
	}

	@Override
	public Connection findOrCreate(TenantId tenant, PlainName organisationName, Cloud cloud, boolean shown) {
		Optional<Connection> found = find(tenant);
		if (found.filter((connection) -> isEnded(connection.id())).isPresent()) {
			throw new ConnectionEndedException("the connection of " + tenant + " is being removed");
		}
		return found.orElseGet(() -> create(tenant, organisationName, cloud, shown));
	}

	@Override
	public boolean isEnded(ConnectionId id) {
		return this.jdbc.sql("select count(*) from connection where connection_id = :id and status = 'ended'")
			.param("id", id.value())
			.query(Long.class)
			.single() > 0;
	}

	private Connection create(TenantId tenant, PlainName organisationName, Cloud cloud, boolean shown) {
		ConnectionId id = new ConnectionId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into connection (connection_id, tenant_id, active_tenant_id, organisation_name, cloud,
					generation, by_hand, application_name, adopted, status, shown, imap, pop, smtp, change,
					created_at, updated_at)
				values (:id, :tenant, :tenant, :name, :cloud, :generation, false, '', false, 'working', :shown,
					false, false, false, 0, :now, :now)
				""")
			.param("id", id.value())
			.param("tenant", tenant.value())
			.param("name", organisationName.value())
			.param("cloud", cloud.name())
			.param("generation", nextGeneration(tenant))
			.param("shown", shown)
			.param("now", now())
			.update();
		raiseChange(id);
		return get(id);
	}

	@Override
	public void identify(TenantId tenant, String reference) {
		List<UUID> changed = this.jdbc.sql("""
				select connection_id from connection
				where active_tenant_id = :tenant
				    and (not shown or customer_reference is distinct from cast(:reference as varchar(200)))
				for update
				""")
			.param("tenant", tenant.value())
			.param("reference", reference.isEmpty() ? null : reference)
			.query(UUID.class)
			.list();
		for (UUID id : changed) {
			this.jdbc
				.sql("update connection set shown = true, customer_reference = :reference where connection_id = :id")
				.param("reference", reference.isEmpty() ? null : reference)
				.param("id", id)
				.update();
			raiseChange(new ConnectionId(id));
		}
	}

	@Override
	public void update(ConnectionId id, OurApplication application) {
		this.jdbc.sql("""
				update connection set by_hand = :byHand, adopted = :adopted, application_name = :name,
					client_id = :client, application_id = :registration, service_principal_id = :principal
				where connection_id = :id
				""")
			.param("byHand", application.byHand())
			.param("adopted", application.adopted())
			.param("name", application.name())
			.param("client", (application.clientId() != null) ? application.clientId().value() : null)
			.param("registration", value(application.registration()))
			.param("principal", value(application.servicePrincipal()))
			.param("id", id.value())
			.update();
		raiseChange(id);
	}

	@Override
	public void credentialChanged(ConnectionId id) {
		raiseChange(id);
	}

	@Override
	public void passed(ConnectionId id, PassedCheck check) {
		this.jdbc
			.sql("""
					update connection set finished_at = coalesce(finished_at, :at), checked_sequence = :sequence, checked_at = :at, imap = :imap, pop = :pop, smtp = :smtp
					where connection_id = :id and status <> 'ended'
					""")
			.param("at", check.at().atOffset(ZoneOffset.UTC))
			.param("sequence", check.sequence())
			.param("imap", check.permissions().contains(MailPermission.IMAP))
			.param("pop", check.permissions().contains(MailPermission.POP))
			.param("smtp", check.permissions().contains(MailPermission.SMTP))
			.param("id", id.value())
			.update();
		raiseChange(id);
	}

	@Override
	public void attention(ConnectionId id, boolean needed) {
		int changed = this.jdbc.sql("""
				update connection set status = :status
				where connection_id = :id and status <> :status and status <> 'ended'
				""").param("status", needed ? "attention" : "working").param("id", id.value()).update();
		if (changed > 0) {
			raiseChange(id);
		}
	}

	@Override
	public void end(ConnectionId id) {
		this.jdbc.sql("update connection set status = 'ended' where connection_id = :id")
			.param("id", id.value())
			.update();
		raiseChange(id);
	}

	@Override
	public void release(ConnectionId id, boolean removed) {
		this.jdbc.sql("""
				update connection set active_tenant_id = null, generation = generation + :more
				where connection_id = :id and status = 'ended' and active_tenant_id is not null
				""").param("more", removed ? 1 : 0).param("id", id.value()).update();
		raiseChange(id);
	}

	private void raiseChange(ConnectionId id) {
		this.feed.raise(id);
		this.events.publishEvent(new OrganisationMoved(get(id).tenant()));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static @Nullable UUID value(@Nullable ObjectId id) {
		return (id != null) ? id.value() : null;
	}

	private static Connection connection(ResultSet row, int number) throws SQLException {
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		return new Connection(new ConnectionId(row.getObject("connection_id", UUID.class)),
				new TenantId(row.getObject("tenant_id", UUID.class)), new PlainName(row.getString("organisation_name")),
				Cloud.valueOf(row.getString("cloud")), row.getInt("generation"), application(row),
				(finished != null) ? finished.toInstant() : null, row.getBoolean("shown"), check(row));
	}

	private static OurApplication application(ResultSet row) throws SQLException {
		UUID client = row.getObject("client_id", UUID.class);
		return new OurApplication(row.getBoolean("by_hand"), row.getBoolean("adopted"),
				row.getString("application_name"), (client != null) ? new ClientId(client) : null,
				objectId(row, "application_id"), objectId(row, "service_principal_id"));
	}

	private static @Nullable ObjectId objectId(ResultSet row, String column) throws SQLException {
		UUID id = row.getObject(column, UUID.class);
		return (id != null) ? new ObjectId(id) : null;
	}

	private static @Nullable PassedCheck check(ResultSet row) throws SQLException {
		OffsetDateTime at = row.getObject("checked_at", OffsetDateTime.class);
		if (at == null) {
			return null;
		}
		Set<MailPermission> permissions = EnumSet.noneOf(MailPermission.class);
		for (MailPermission permission : MailPermission.values()) {
			if (row.getBoolean(permission.name().toLowerCase(java.util.Locale.ROOT))) {
				permissions.add(permission);
			}
		}
		return new PassedCheck(row.getLong("checked_sequence"), at.toInstant(), permissions);
	}

}
