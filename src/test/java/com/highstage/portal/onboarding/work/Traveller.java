package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.database.Emptying;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

/**
 * Signs people in through a browser and watches their journey.
 */
public class Traveller {

	private static final List<String> ROWS = List.of("scheduled_tasks where task_instance <> 'recurring'", "desk_term",
			"desk_row", "drift_sight", "drift_report", "connection_trouble", "reminder", "retirement", "removal_part",
			"removal_mailbox", "removal", "onboarding_step", "onboarding_news", "closed_proof", "protocol_wish",
			"mailbox_check", "mailbox", "exchange_registration", "outgoing_mail", "contact", "customer_note",
			"customer_link", "customer", "step_attempt", "onboarding", "credential", "connection", "consent_request",
			"consent_link", "link");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Microsoft365Simulator microsoft365;

	private final JdbcClient jdbc;

	private final PortalProperties portal;

	private final Overviews overviews;

	Traveller(Microsoft365Simulator microsoft365, JdbcClient jdbc, PortalProperties portal, Overviews overviews) {
		this.microsoft365 = microsoft365;
		this.jdbc = jdbc;
		this.portal = portal;
		this.overviews = overviews;
	}

	/**
	 * Starts afresh: at Microsoft, which shows everything at once, and here.
	 */
	public void reset() {
		this.jdbc.sql("update onboarding set status = 'CANCELLED', active_tenant_id = null").update();
		Emptying.of(this.jdbc, ROWS);
		this.microsoft365.reset();
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0, "timeoutMillis", 8000));
	}

	/**
	 * Signs in where the organisation has allowed the portal.
	 * @param account the account's address
	 * @param allowedBy who allowed it
	 * @return the person
	 */
	public Person signIn(String account, String allowedBy) {
		new Browser(this.microsoft365).allow(allowedBy, "organizations");
		return signIn(account);
	}

	public Person signIn(String account) {
		return signIn(new Surfer(this.portal.url()), account);
	}

	/**
	 * Signs in with a browser that goes on to be used; again, as people do, where the
	 * directory was too slow to tell the roles.
	 * @param surfer the browser
	 * @param account the account's address
	 * @return the person
	 */
	public Person signIn(Surfer surfer, String account) {
		Awaitility.await("roles of " + account).until(() -> {
			surfer.signIn(account);
			return hasRoles(account);
		});
		return latest(account);
	}

	/**
	 * Gives a person's organisation a contact who has confirmed the address.
	 * @param person who named the address
	 * @param address the address
	 * @param language in which the contact is written to
	 */
	public void contact(Person person, String address, Language language) {
		this.jdbc.sql("""
				insert into contact (tenant_id, address, language, asked_by, asked_at, confirmed_at)
				values (:tenant, :address, :language, 'Adele', :now, :now)
				""")
			.param("tenant", person.tenant().value())
			.param("address", address)
			.param("language", language.name())
			.param("now", OffsetDateTime.now(ZoneOffset.UTC))
			.update();
	}

	private boolean hasRoles(String account) {
		return this.jdbc.sql("""
				select roles_at is not null from sign_in where sign_in_name = :account order by began_at desc limit 1
				""").param("account", account).query(Boolean.class).single();
	}

	/**
	 * Who signed in with an account last.
	 * @param account the account's address
	 * @return the person
	 */
	public Person latest(String account) {
		return this.jdbc.sql("select * from sign_in where sign_in_name = :account order by began_at desc limit 1")
			.param("account", account)
			.query((row, number) -> new Person(
					new PersonId(new TenantId(row.getObject("tenant_id", UUID.class)),
							new ObjectId(row.getObject("object_id", UUID.class))),
					new SignInId(row.getObject("id", UUID.class)), row.getString("name"), account,
					row.getString("organisation_name"), roles(row.getString("roles")),
					row.getObject("roles_at", OffsetDateTime.class).toInstant()))
			.single();
	}

	/**
	 * Whether a fresh sign-in finds that the organisation allows the portal.
	 * @param account the account's address
	 * @return true if it does
	 */
	public boolean isAllowed(String account) {
		return this.overviews.of(signIn(account)).report(Step.ALLOW).state().isDone();
	}

	/**
	 * Waits until the journey stands somewhere.
	 * @param person whose journey
	 * @param there where it should stand
	 * @return how it stands
	 */
	public Overview await(Person person, Predicate<Overview> there) {
		Overview last = this.overviews.news(person, there.negate(), PATIENCE);
		if (!there.test(last)) {
			throw new AssertionError("still at " + last);
		}
		return last;
	}

	/**
	 * Waits until the connection works and nothing is left to be settled.
	 * @param person whose journey
	 * @return how it stands
	 */
	public Overview awaitEnd(Person person) {
		return await(person, (overview) -> overview.onboarding() != null
				&& overview.onboarding().status() != com.highstage.portal.onboarding.Onboarding.Status.ACTIVE);
	}

	private static Set<DirectoryRole> roles(String names) {
		Set<DirectoryRole> roles = EnumSet.noneOf(DirectoryRole.class);
		Arrays.stream(names.split("[, ]+"))
			.filter((name) -> !name.isEmpty())
			.map(DirectoryRole::valueOf)
			.forEach(roles::add);
		return roles;
	}

}
