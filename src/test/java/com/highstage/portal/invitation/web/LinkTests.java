package com.highstage.portal.invitation.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.Links.NewLink;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LinkTests {

	private static final TenantId FABRIKAM = TenantId.parse("fabfabfa-0002-4000-8000-000000000002");

	private static final TenantId CONTOSO = TenantId.parse("c0c0c0c0-0001-4000-8000-000000000001");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Links links;

	private Surfer surfer;

	@BeforeEach
	void begin() {
		this.microsoft365.reset();
		this.jdbc.sql("delete from link").update();
		this.jdbc.sql("delete from sign_in").update();
		this.jdbc.sql("delete from spring_session").update();
		this.surfer = new Surfer(this.portal.url());
	}

	@Test
	void theTokenLeavesTheAddressBarAndTheDatabaseNeverSawIt() {
		NewLink made = create(FABRIKAM, Duration.ofDays(14));
		String token = made.address().getPath().substring("/link/".length());
		this.surfer.open(made.address().toString());
		assertThat(this.surfer.path()).isEqualTo("/link");
		assertThat(this.surfer.body()).contains("Alex &quot;Wilber", "Fabrikam", "Allow the mailbox setup")
			.doesNotContain(token);
		assertThat(this.surfer.cookie("__Host-link")).hasValue(token);
		assertThat(this.jdbc.sql("select * from link").query().listOfRows().toString()).doesNotContain(token);
	}

	@Test
	void lookingChangesNothingAndMakesNoSession() {
		NewLink made = create(FABRIKAM, Duration.ofDays(14));
		String before = this.jdbc.sql("select * from link").query().listOfRows().toString();
		this.surfer.open(made.address().toString());
		assertThat(this.jdbc.sql("select * from link").query().listOfRows().toString()).isEqualTo(before);
		assertThat(this.surfer.cookie("__Host-portal")).isEmpty();
	}

	@Test
	void unknownUsedRevokedAndExpiredLookTheSame() {
		NewLink used = create(FABRIKAM, Duration.ofDays(14));
		this.links.use(used.link());
		NewLink revoked = create(FABRIKAM, Duration.ofDays(14));
		assertThat(this.links.revoke(person(FABRIKAM), revoked.link().id())).isTrue();
		NewLink expired = create(FABRIKAM, Duration.ofSeconds(-1));
		String unknown = pageOf("/link/" + "A".repeat(43));
		assertThat(pageOf(used.address().toString())).isEqualTo(unknown);
		assertThat(pageOf(revoked.address().toString())).isEqualTo(unknown);
		assertThat(pageOf(expired.address().toString())).isEqualTo(unknown);
		assertThat(pageOf("/link/short")).isEqualTo(unknown);
		assertThat(unknown).contains("This link cannot be used");
	}

	@Test
	void aNewLinkOfAKindTakesTheFormerBack() {
		NewLink first = create(FABRIKAM, Duration.ofDays(14));
		NewLink other = this.links.create(person(FABRIKAM), LinkKind.CONSENT, UUID.randomUUID(), Duration.ofDays(1));
		create(FABRIKAM, Duration.ofDays(14));
		assertThat(this.links.list(FABRIKAM)).hasSize(3)
			.filteredOn((link) -> !link.isUsable(Instant.now()))
			.extracting(Link::id)
			.containsExactly(first.link().id());
		assertThat(other.toString()).doesNotContain("/link/");
	}

	@Test
	void anotherOrganisationCannotTakeALinkBack() {
		NewLink made = create(FABRIKAM, Duration.ofDays(14));
		assertThat(this.links.revoke(person(CONTOSO), made.link().id())).isFalse();
		assertThat(this.links.list(CONTOSO)).isEmpty();
	}

	@Test
	void whoeverSignedInFromALinkIsOutWhenItIsTakenBack() {
		NewLink made = create(FABRIKAM, Duration.ofDays(14));
		this.surfer.open(made.address().toString()).signIn("user@fabrikam.example");
		assertThat(this.surfer.open("/onboarding").path()).isEqualTo("/onboarding");
		this.links.revoke(person(FABRIKAM), made.link().id());
		assertThat(this.surfer.open("/onboarding").trail()).anyMatch((each) -> each.getPath().equals("/sign-in"));
	}

	@Test
	void aLinkOfAnotherOrganisationDoesNotCountAsOrigin() {
		NewLink made = create(CONTOSO, Duration.ofDays(14));
		this.surfer.open(made.address().toString()).signIn("user@fabrikam.example");
		this.links.revoke(person(CONTOSO), made.link().id());
		assertThat(this.surfer.open("/onboarding").path()).isEqualTo("/onboarding");
	}

	@Test
	void whoeverIsAskedForMailboxesSignsInWhereTheLinkIsFrom() {
		NewLink made = this.links.create(person(FABRIKAM), LinkKind.MAILBOXES, null, Duration.ofDays(14));
		this.surfer.open(made.address().toString());
		assertThat(this.surfer.body()).contains("Open the chosen mailboxes", "Sign in and continue")
			.doesNotContain("You do not need an account");
		this.surfer.submit("/link", Map.of());
		assertThat(this.surfer.address().toString()).contains("/login/" + FABRIKAM + "/oauth2/v2.0/authorize");
		this.surfer.choose("exchange-admin@fabrikam.example");
		assertThat(this.surfer.trail()).extracting(URI::getPath).contains("/onboarding/mailboxes");
	}

	@Test
	void eachChangeIsWrittenDown() {
		NewLink made = create(FABRIKAM, Duration.ofDays(14));
		this.links.revoke(person(FABRIKAM), made.link().id());
		assertThat(this.jdbc.sql("select action from audit_entry where subject = :id order by 1")
			.param("id", made.link().id().toString())
			.query(String.class)
			.list()).containsExactly("link.created", "link.revoked");
	}

	private String pageOf(String address) {
		Surfer stranger = new Surfer(this.portal.url());
		stranger.open(address);
		assertThat(stranger.status()).isEqualTo(404);
		return stranger.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
	}

	private NewLink create(TenantId tenant, Duration validFor) {
		return this.links.create(person(tenant), LinkKind.ALLOW, null, validFor);
	}

	private static Person person(TenantId tenant) {
		return new Person(new PersonId(tenant, new ObjectId(UUID.randomUUID())), new SignInId(UUID.randomUUID()),
				"Alex \"Wilber\"", "app-admin@fabrikam.example", "Fabrikam", Set.of(), null);
	}

}
