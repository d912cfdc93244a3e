package com.highstage.portal.invitation;

import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import com.highstage.portal.account.LinkedSignIns;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.account.SignInsOnPaper;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

/**
 * The real links, for tests without a Spring context.
 */
public final class TestInvitation {

	private TestInvitation() {
	}

	/**
	 * Links in a database, audited for real; nobody signs in through them.
	 * @param database which
	 * @param clock says when
	 * @return the links
	 */
	public static Links links(Database database, Clock clock) {
		return links(database, clock, new SignInsOnPaper());
	}

	/**
	 * Links in a database, audited for real.
	 * @param database which
	 * @param clock says when
	 * @param signIns who signs in through them
	 * @return the links
	 */
	public static Links links(Database database, Clock clock, LinkedSignIns signIns) {
		return new JdbcLinks(database.jdbc(), TestAudit.trail(database, clock), signIns,
				new PortalProperties(URI.create("https://portal.example")), (event) -> {
				}, clock);
	}

	/**
	 * Somebody.
	 * @param tenant of which organisation
	 * @return a new person each time
	 */
	public static Person person(TenantId tenant) {
		return new Person(new PersonId(tenant, new ObjectId(UUID.randomUUID())), new SignInId(UUID.randomUUID()),
				"Adele Vance", "adele@fabrikam.example", "Fabrikam", Set.of(), null);
	}

}
