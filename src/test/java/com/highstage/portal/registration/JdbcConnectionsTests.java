package com.highstage.portal.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnBothDatabases
class JdbcConnectionsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final List<Object> moved = new ArrayList<>();

	private final Database database;

	private final Connections connections;

	JdbcConnectionsTests(Database database) {
		this.database = database;
		Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
		this.connections = new JdbcConnections(database.jdbc(), TestRegistration.feed(database, clock), this.moved::add,
				clock);
	}

	@Test
	void anOrganisationHasOneConnection() {
		Connection first = create(true);
		assertThat(create(true)).isEqualTo(first);
		assertThat(this.connections.find(this.tenant)).contains(first);
		assertThat(first.uniqueName()).isEqualTo("highstage-mail-1");
	}

	@Test
	void eachChangeRaisesTheNumberThatHighstageFollows() {
		Connection connection = create(true);
		long before = change();
		this.moved.clear();
		this.connections.credentialChanged(connection.id());
		assertThat(change()).isEqualTo(before + 1);
		assertThat(this.moved).containsExactly(new OrganisationMoved(this.tenant));
	}

	@Test
	void whatIsKnownOfTheApplicationIsKept() {
		Connection connection = create(true);
		OurApplication application = new OurApplication(false, true, "Highstage Mail", new ClientId(UUID.randomUUID()),
				new ObjectId(UUID.randomUUID()), new ObjectId(UUID.randomUUID()));
		this.connections.update(connection.id(), application);
		assertThat(this.connections.get(connection.id()).application()).isEqualTo(application);
	}

	@Test
	void onlyFinishedAndShownConnectionsAreInTheView() {
		Connection connection = create(true);
		assertThat(view()).isZero();
		PassedCheck passed = new PassedCheck(1, NOW, Set.of(MailPermission.IMAP, MailPermission.SMTP));
		this.connections.passed(connection.id(), passed);
		assertThat(this.connections.get(connection.id()).checked()).isEqualTo(passed);
		Map<String, Object> row = this.database.jdbc().sql("select * from highstage_connection_v1").query().singleRow();
		assertThat(row).containsEntry("organisation_name", "Contoso")
			.containsEntry("cloud", "gcc-high")
			.containsEntry("status", "working")
			.containsEntry("imap", true)
			.containsEntry("pop", false)
			.containsEntry("smtp", true)
			.containsEntry("sealed_credential", null);
		assertThat(row.keySet()).containsExactlyInAnyOrder("connection_id", "customer_reference", "organisation_name",
				"cloud", "tenant_id", "client_id", "service_principal_id", "credential_type", "sealed_credential",
				"recipient_key_id", "credential_key_id", "credential_expires_at", "sequence", "change", "status",
				"imap", "pop", "smtp", "updated_at");
	}

	@Test
	void whatAnOperatorHasToConfirmIsNotShown() {
		this.connections.passed(create(false).id(), new PassedCheck(1, NOW, Set.of(MailPermission.IMAP)));
		assertThat(view()).isZero();
	}

	@Test
	void whatHasEndedShowsAsEndedAndCannotComeBack() {
		Connection connection = create(true);
		PassedCheck passed = new PassedCheck(1, NOW, Set.of(MailPermission.IMAP));
		this.connections.passed(connection.id(), passed);
		this.connections.end(connection.id());
		this.connections.passed(connection.id(), passed);
		assertThat(this.database.jdbc().sql("select status from highstage_connection_v1").query(String.class).single())
			.isEqualTo("ended");
		assertThat(this.connections.find(this.tenant)).as("until it is released").isPresent();
		assertThatIllegalStateException().isThrownBy(() -> create(true));
	}

	@Test
	void highstageSeesItUnderItsReferenceOnceItIsKnownWhoItIs() {
		Connection connection = create(false);
		this.connections.passed(connection.id(), new PassedCheck(1, NOW, Set.of(MailPermission.IMAP)));
		assertThat(view()).isZero();
		long before = change();
		this.connections.identify(this.tenant, "K-17");
		assertThat(references()).containsExactly("K-17");
		assertThat(change()).isEqualTo(before + 1);
		this.connections.identify(this.tenant, "K-17");
		assertThat(change()).as("nothing new").isEqualTo(before + 1);
		this.connections.identify(this.tenant, "");
		assertThat(references()).containsOnlyNulls().hasSize(1);
		assertThat(change()).isEqualTo(before + 2);
	}

	private List<String> references() {
		return this.database.jdbc()
			.sql("select customer_reference from highstage_connection_v1")
			.query(String.class)
			.list();
	}

	@Test
	void afterAConfirmedRemovalTheNextConnectionHasAnotherName() {
		Connection first = create(true);
		this.connections.end(first.id());
		this.connections.release(first.id(), true);
		this.connections.release(first.id(), true);
		assertThat(this.connections.find(this.tenant)).isEmpty();
		assertThat(this.connections.latest(this.tenant)).map(Connection::id).contains(first.id());
		assertThat(this.connections.nextGeneration(this.tenant)).isEqualTo(2);
		Connection second = create(true);
		assertThat(second.id()).isNotEqualTo(first.id());
		assertThat(second.uniqueName()).isEqualTo("highstage-mail-2");
		assertThat(this.connections.latest(this.tenant)).contains(second);
	}

	@Test
	void anAdoptedApplicationIsFoundAgainUnderItsName() {
		Connection first = create(true);
		this.connections.end(first.id());
		this.connections.release(first.id(), false);
		assertThat(create(true).uniqueName()).isEqualTo("highstage-mail-1");
	}

	private Connection create(boolean shown) {
		return this.connections.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GCC_HIGH, shown);
	}

	private long view() {
		return this.database.jdbc().sql("select count(*) from highstage_connection_v1").query(Long.class).single();
	}

	private long change() {
		return this.database.jdbc().sql("select max(change) from connection").query(Long.class).single();
	}

}
