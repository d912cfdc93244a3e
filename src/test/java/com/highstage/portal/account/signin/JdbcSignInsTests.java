package com.highstage.portal.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.SecretBox;
import com.highstage.portal.vault.SecretUnreadableException;
import com.highstage.portal.vault.cipher.TestVault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class JdbcSignInsTests {

	private static final UUID VENDOR = UUID.fromString("41674167-0006-4000-8000-000000000006");

	private static final UUID CUSTOMER = UUID.fromString("c0c0c0c0-0001-4000-8000-000000000001");

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private final List<AuditEvent> written = new ArrayList<>();

	private final AuditTrail audit = new AuditTrail() {

		@Override
		public void record(AuditEvent event) {
			JdbcSignInsTests.this.written.add(event);
		}

		@Override
		public void recordRefusal(AuditEvent event) {
			JdbcSignInsTests.this.written.add(event);
		}

	};

	private final SecretBox box = TestVault.box();

	private final Database database;

	JdbcSignInsTests(Database database) {
		this.database = database;
	}

	@Test
	void aSignInIsFoundAsItBegan() {
		SignedIn begun = signIns(NOON).begin(identity(CUSTOMER, Set.of()));
		assertThat(signIns(NOON).find(begun.person().signIn())).contains(begun);
		assertThat(begun.person().organisationName()).isEqualTo("contoso.example");
		assertThat(begun.person().rolesAt()).isNull();
		assertThat(this.written).extracting(AuditEvent::action).containsExactly("sign-in.began");
	}

	@Test
	void theNameIsThereWhileTheSignInIs() {
		SignInId id = signIns(NOON).begin(identity(CUSTOMER, Set.of())).person().signIn();
		assertThat(signIns(NOON).lookUp(id)).contains("admin@contoso.example");
		assertThat(signIns(NOON.plus(Duration.ofHours(8))).lookUp(id)).isEmpty();
	}

	@Test
	void whatWasLookedUpIsKept() {
		SignInId id = begin(NOON);
		signIns(NOON).foundRoles(id, Set.of(DirectoryRole.GLOBAL_ADMINISTRATOR, DirectoryRole.EXCHANGE_ADMINISTRATOR));
		signIns(NOON).foundOrganisation(id, new PlainName("Contoso"));
		Person person = signIns(NOON).find(id).orElseThrow().person();
		assertThat(person.roles()).containsExactlyInAnyOrder(DirectoryRole.GLOBAL_ADMINISTRATOR,
				DirectoryRole.EXCHANGE_ADMINISTRATOR);
		assertThat(person.rolesAt()).isEqualTo(NOON);
		assertThat(person.organisationName()).isEqualTo("Contoso");
	}

	@Test
	void onlyTheVendorsOrganisationHasOperators() {
		assertThat(signIns(NOON).begin(identity(VENDOR, Set.of("Operator"))).staff()).isEqualTo(Staff.OPERATOR);
		assertThat(signIns(NOON).begin(identity(VENDOR, Set.of("Viewer"))).getAuthorities())
			.extracting(Object::toString)
			.containsExactly("ROLE_VIEWER");
		assertThat(signIns(NOON).begin(identity(VENDOR, Set.of())).staff()).isNull();
		assertThat(signIns(NOON).begin(identity(CUSTOMER, Set.of("Operator", "Viewer"))).getAuthorities()).isEmpty();
	}

	@Test
	void aSignInEndsByItself() {
		SignInId id = begin(NOON);
		assertThat(signIns(NOON.plus(Duration.ofHours(8)).minusSeconds(1)).find(id)).isPresent();
		assertThat(signIns(NOON.plus(Duration.ofHours(8))).find(id)).isEmpty();
	}

	@Test
	void aSignInThatEndedHasNoTokens() {
		SignedIn begun = signIns(NOON).begin(identity(CUSTOMER, Set.of()));
		keep(begun.person(), NOON, NOON.plusSeconds(600));
		signIns(NOON).end(begun.person().signIn());
		signIns(NOON).end(begun.person().signIn());
		assertThat(token(begun.person().signIn(), NOON)).isNull();
		assertThat(signIns(NOON).find(begun.person().signIn())).isEmpty();
		assertThat(rows("delegated_access")).isZero();
		assertThat(this.written).extracting(AuditEvent::action).containsExactly("sign-in.began", "sign-in.ended");
	}

	@Test
	void twoTabsMayComeBackWithATokenAtOnce() throws InterruptedException {
		Person person = signIns(NOON).begin(identity(CUSTOMER, Set.of())).person();
		Meanwhile.both(this.database.transactions(), () -> keep(person, NOON, NOON.plusSeconds(600)),
				() -> keep(person, NOON, NOON.plusSeconds(600)));
		assertThat(token(person.signIn(), NOON)).isEqualTo("eyJ");
		assertThat(rows("delegated_access")).isOne();
	}

	@Test
	void aTokenThatComesInTheInstantOfTheEndIsNotKept() throws InterruptedException {
		Person first = signIns(NOON).begin(identity(CUSTOMER, Set.of())).person();
		Meanwhile.both(this.database.transactions(), () -> keep(first, NOON, NOON.plusSeconds(600)),
				() -> signIns(NOON).end(first.signIn()));
		Person second = signIns(NOON).begin(identity(CUSTOMER, Set.of())).person();
		Meanwhile.both(this.database.transactions(), () -> signIns(NOON).end(second.signIn()),
				() -> keep(second, NOON, NOON.plusSeconds(600)));
		assertThat(rows("delegated_access")).isZero();
	}

	@Test
	void signInsEndWithTheLinkThatBroughtThem() {
		UUID link = UUID.randomUUID();
		SignInId linked = begin(NOON);
		SignInId other = begin(NOON);
		signIns(NOON).cameFrom(linked, link);
		signIns(NOON).endAllFrom(link);
		assertThat(signIns(NOON).find(linked)).isEmpty();
		assertThat(signIns(NOON).find(other)).isPresent();
	}

	@Test
	void anOrganisationIsCalledWhatItsNewestSignInSays() {
		SignInId former = begin(NOON);
		signIns(NOON).foundOrganisation(former, new PlainName("Contoso"));
		SignInId newest = begin(NOON.plusSeconds(1));
		signIns(NOON.plusSeconds(1)).foundOrganisation(newest, new PlainName("Contoso A/S"));
		assertThat(signIns(NOON).organisation(new TenantId(CUSTOMER))).contains(new PlainName("Contoso A/S"));
		assertThat(signIns(NOON).organisation(new TenantId(UUID.randomUUID()))).isEmpty();
	}

	@Test
	void aTokenIsGoneAfterItsHourWhateverMicrosoftSays() {
		SignedIn begun = signIns(NOON).begin(identity(CUSTOMER, Set.of()));
		keep(begun.person(), NOON, NOON.plus(Duration.ofMinutes(90)));
		assertThat(token(begun.person().signIn(), NOON.plus(Duration.ofMinutes(59)))).isEqualTo("eyJ");
		assertThat(token(begun.person().signIn(), NOON.plus(Duration.ofHours(1)))).isNull();
	}

	@Test
	void theOutlivedIsForgotten() {
		SignedIn begun = signIns(NOON).begin(identity(CUSTOMER, Set.of()));
		keep(begun.person(), NOON, NOON.plus(Duration.ofMinutes(10)));
		signIns(NOON.plus(Duration.ofMinutes(11))).forgetOutlived();
		assertThat(this.database.jdbc()
			.sql("select count(*) from delegated_access where token is not null")
			.query(Integer.class)
			.single()).isZero();
		signIns(NOON.plus(Duration.ofHours(9))).forgetOutlived();
		assertThat(rows("delegated_access")).isZero();
		assertThat(rows("sign_in")).isOne();
		signIns(NOON.plus(Duration.ofDays(31))).forgetOutlived();
		assertThat(rows("sign_in")).isZero();
	}

	@Test
	void aTokenMovedToAnotherSignInDoesNotOpen() {
		SignedIn mine = signIns(NOON).begin(identity(CUSTOMER, Set.of()));
		SignedIn theirs = signIns(NOON).begin(identity(CUSTOMER, Set.of()));
		keep(mine.person(), NOON, NOON.plusSeconds(600));
		this.database.jdbc()
			.sql("update delegated_access set sign_in_id = :id")
			.param("id", theirs.person().signIn().value())
			.update();
		assertThatExceptionOfType(SecretUnreadableException.class)
			.isThrownBy(() -> token(theirs.person().signIn(), NOON));
	}

	@Test
	void aRefusalIsReplacedByAToken() {
		SignedIn begun = signIns(NOON).begin(identity(CUSTOMER, Set.of()));
		SignInId id = begun.person().signIn();
		access(NOON).refuse(id, Resource.GRAPH_APPLICATIONS, "AADSTS65001", "ref");
		JdbcRefusals refusals = new JdbcRefusals(this.database.jdbc());
		assertThat(refusals.find(id, Resource.GRAPH_APPLICATIONS)).hasValueSatisfying((refusal) -> {
			assertThat(refusal.code()).isEqualTo("AADSTS65001");
			assertThat(refusal.at()).isEqualTo(NOON);
		});
		access(NOON).keep(begun.person(), Resource.GRAPH_APPLICATIONS, Secret.of("eyJ"), NOON.plusSeconds(60));
		assertThat(refusals.find(id, Resource.GRAPH_APPLICATIONS)).isEmpty();
		assertThat(access(NOON).find(id, Resource.GRAPH_APPLICATIONS)).isPresent();
	}

	private SignInId begin(Instant at) {
		return signIns(at).begin(identity(CUSTOMER, Set.of())).person().signIn();
	}

	private void keep(Person person, Instant at, Instant expiresAt) {
		access(at).keep(person, Resource.GRAPH_PROFILE, Secret.of("eyJ"), expiresAt);
	}

	private @Nullable String token(SignInId id, Instant at) {
		return access(at).find(id, Resource.GRAPH_PROFILE)
			.map((secret) -> secret.expose((value) -> value))
			.orElse(null);
	}

	private int rows(String table) {
		return this.database.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
	}

	private JdbcSignIns signIns(Instant at) {
		return new JdbcSignIns(this.database.jdbc(), this.audit,
				new SignInProperties(Duration.ofHours(8), Duration.ofDays(30)), new VendorProperties(VENDOR),
				Clock.fixed(at, ZoneOffset.UTC));
	}

	private JdbcDelegatedAccess access(Instant at) {
		return new JdbcDelegatedAccess(this.database.jdbc(), this.box, Clock.fixed(at, ZoneOffset.UTC));
	}

	private static Identity identity(UUID tenant, Set<String> appRoles) {
		return new Identity(new PersonId(new TenantId(tenant), new ObjectId(UUID.randomUUID())),
				new PlainName("Adele \"Vance\" \uD83D\uDE80"), new PlainName("admin@contoso.example"), appRoles);
	}

}
