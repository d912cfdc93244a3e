package com.highstage.portal.invitation;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInsOnPaper;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class LinksTests {

	private final Person person = TestInvitation.person(new TenantId(UUID.randomUUID()));

	private final SteppingClock clock = new SteppingClock();

	private final SignInsOnPaper signIns = new SignInsOnPaper();

	private final Database database;

	private final Links links;

	LinksTests(Database database) {
		this.database = database;
		this.links = TestInvitation.links(database, this.clock, this.signIns);
	}

	@Test
	void aSignInCountsAsComeFromALinkThatCanBeUsedThen() {
		Link link = create();
		assertThat(signedIn(link)).isTrue();
		assertThat(this.signIns.came()).containsExactly(link.id());
	}

	@Test
	void notFromOneThatWasTakenBackMeanwhile() {
		Link link = create();
		this.database.transactions().executeWithoutResult((status) -> this.links.revoke(this.person, link.id()));
		assertThat(signedIn(link)).isFalse();
		assertThat(this.signIns.came()).isEmpty();
	}

	@Test
	void norFromOneThatEndedMeanwhile() {
		Link link = create();
		this.clock.advance(Duration.ofDays(15));
		assertThat(signedIn(link)).isFalse();
	}

	private Link create() {
		return this.database.transactions()
			.execute((status) -> this.links.create(this.person, LinkKind.MAILBOXES, null, Duration.ofDays(14)))
			.link();
	}

	private boolean signedIn(Link link) {
		return this.database.transactions().execute((status) -> this.links.signedIn(link, this.person));
	}

}
