package com.highstage.portal.access;

import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.Surfer;
import com.highstage.portal.access.AccessRules.Identity;
import com.highstage.portal.access.Knocking.Target;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.awaitility.Awaitility.await;

/**
 * Fabrikam and Contoso, both connected, with everything that belongs to them, and the
 * people who try to open it.
 */
@TestComponent
class TwoOrganisations {

	/** What every visit writes: sessions, sign-ins, and the alarm clock's heartbeat. */
	private static final Set<String> ALWAYS_WRITTEN = Set.of("spring_session", "spring_session_attributes", "sign_in",
			"delegated_access", "scheduled_tasks", "audit_entry", "audit_head", "chain_check");

	private static final String VENDOR = "41674167-0006-4000-8000-000000000006";

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Microsoft365Simulator microsoft365;

	private final PortalProperties portal;

	private final JdbcClient jdbc;

	private final Customers customers;

	TwoOrganisations(Microsoft365Simulator microsoft365, PortalProperties portal, JdbcClient jdbc,
			Customers customers) {
		this.microsoft365 = microsoft365;
		this.portal = portal;
		this.jdbc = jdbc;
		this.customers = customers;
	}

	private Target fabrikam = Target.NONE;

	private Target contoso = Target.NONE;

	void found() {
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		this.fabrikam = connected("fabrikam.example", "global-admin@fabrikam.example");
		this.contoso = connected("contoso.example", "admin@contoso.example");
		callThemselvesOperator();
	}

	private Target connected(String domain, String administrator) {
		new PlainJourney(this.portal.url()).travel(administrator);
		String tenant = this.microsoft365.organisation(domain).path("tenantId").asString();
		return new Target(domain, tenant, one("select customer_id from customer where tenant_id = :tenant", tenant),
				one("select connection_id from connection where tenant_id = :tenant", tenant), link("new-" + domain));
	}

	private String one(String sql, String tenant) {
		return this.jdbc.sql(sql).param("tenant", UUID.fromString(tenant)).query(UUID.class).single().toString();
	}

	private String link(String name) {
		Person person = new Person(new PersonId(TenantId.parse(VENDOR), new ObjectId(UUID.randomUUID())),
				new SignInId(UUID.randomUUID()), "Ole Nielsen", Identity.OPERATOR.account(), "Highstage", Set.of(),
				null);
		Invitation invitation = new Invitation(new PlainName(name), "H-" + name, new MailAddress("admin@" + name),
				Language.ENGLISH, Set.of(MailPermission.IMAP), List.of(), null, Duration.ofDays(1), new PlainName(""));
		String address = this.customers.invite(new Operator(person), invitation).sent().address().toString();
		return address.substring(address.lastIndexOf('/') + 1);
	}

	private void callThemselvesOperator() {
		Browser browser = new Browser(this.microsoft365);
		String token = browser.manager(Identity.OTHER.account(), "contoso.example");
		JsonNode app = Browser
			.json(browser.graph(token, "GET", "servicePrincipals(appId='" + Browser.CLIENT + "')", ""));
		String self = this.microsoft365.organisation("contoso.example").path("accounts").path(0).path("oid").asString();
		app.path("appRoles").forEach((role) -> {
			HttpResponse<String> answer = browser.graph(token, "POST",
					"servicePrincipals/" + app.path("id").asString() + "/appRoleAssignedTo", """
							{"principalId": "%s", "resourceId": "%s", "appRoleId": "%s"}
							""".formatted(self, app.path("id").asString(), role.path("id").asString()));
			if (answer.statusCode() != 201) {
				throw new IllegalStateException(answer.body());
			}
		});
	}

	Knocking visitor(Identity identity) {
		Surfer surfer = new Surfer(this.portal.url());
		if (identity == Identity.LINK_HOLDER) {
			surfer.open("/link/" + this.fabrikam.token());
		}
		if (!identity.account().isEmpty()) {
			surfer.signIn(identity.account());
		}
		return new Knocking(surfer, this.portal.url(), this::refusals);
	}

	private int refusals() {
		return this.jdbc.sql("select count(*) from audit_entry where refused").query(Integer.class).single();
	}

	/**
	 * Whose ids are tried.
	 * @param pattern the route
	 * @return both organisations; for a route that names nothing, another than the
	 * customers' own
	 */
	List<Target> targets(String pattern) {
		return pattern.contains("{") ? List.of(this.fabrikam, this.contoso) : List.of(this.contoso);
	}

	/** Waits until nothing is at work in the background, or about to be. */
	void awaitRest() {
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
			Map<String, String> before = everything();
			await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
			return errands() == 0 && everything().equals(before);
		});
	}

	/**
	 * What the alarm clock has to do once; the rest comes again and finds nothing to do.
	 */
	private int errands() {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_instance <> 'recurring'")
			.query(Integer.class)
			.single();
	}

	/**
	 * All that is in the database, but for what every visit writes; of the audit, all
	 * that is no refusal and not about looking itself: sign-ins, and lists that were
	 * taken along by those who may look.
	 * @return the rows of each table
	 */
	Map<String, String> everything() {
		Map<String, String> rows = new TreeMap<>();
		this.jdbc.sql("""
				select table_name from information_schema.tables
				where table_schema = 'public' and table_type = 'BASE TABLE'
				""").query(String.class).list().forEach((table) -> {
			if (!ALWAYS_WRITTEN.contains(table)) {
				rows.put(table, rows("select * from " + table));
			}
		});
		rows.put("audit", rows("""
				select sequence, action, subject from audit_entry
				where not refused and action not like 'sign-in.%' and action <> 'customers.exported'
				"""));
		return rows;
	}

	private String rows(String sql) {
		return this.jdbc.sql(sql).query((row, index) -> row(row)).list().stream().sorted().toList().toString();
	}

	private static String row(ResultSet row) throws SQLException {
		StringBuilder text = new StringBuilder();
		for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			text.append(row.getMetaData().getColumnName(column)).append('=').append(row.getString(column)).append(' ');
		}
		return text.toString();
	}

}
