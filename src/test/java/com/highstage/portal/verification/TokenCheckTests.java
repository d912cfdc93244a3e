package com.highstage.portal.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class TokenCheckTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

	private static final String EXCHANGE = "https://outlook.office365.com";

	private static final Set<MailPermission> BOTH = Set.of(IMAP, POP);

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final ClientId client = new ClientId(UUID.randomUUID());

	private final ObjectId principal = new ObjectId(UUID.randomUUID());

	private final AtomicInteger asked = new AtomicInteger();

	private final Database database;

	private final Connections connections;

	private final Credentials credentials;

	private final TokenCheck check;

	private ConnectionId id = new ConnectionId(UUID.randomUUID());

	private List<AppToken> answers = List.of();

	TokenCheckTests(Database database) {
		this.database = database;
		this.connections = TestRegistration.connections(database, CLOCK);
		this.credentials = TestCredentials.on(database, CLOCK);
		this.check = new TokenCheck((whose, application, credential) -> next(), this.credentials,
				database.transactionManager(), CLOCK);
	}

	@BeforeEach
	void connect() {
		this.database.transactions().executeWithoutResult((status) -> {
			this.id = this.connections.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GLOBAL, true).id();
			this.connections.update(this.id,
					new OurApplication(false, false, "Highstage Mail", this.client, null, this.principal));
			this.credentials.store(new Credential.ClientSecret(Secret.of("value")), new IssuedCredential(this.id,
					this.tenant, this.client, null, "", CLOCK.instant().plus(Duration.ofDays(180))));
		});
	}

	@Test
	void aNewSecretIsTrustedAfterSeveralTokens() {
		this.answers = List.of(token(IMAP, POP));
		assertThat(check())
			.isEqualTo(new TokenResult.Passed(new PassedCheck(1, CLOCK.instant(), BOTH), this.answers.getFirst()));
		assertThat(this.asked).hasValue(3);
	}

	@Test
	void whatHasPassedIsNotAskedForAgainUnlessALoginNeedsIt() {
		passedBefore();
		this.answers = List.of(token(IMAP, POP));
		assertThat(check()).isInstanceOfSatisfying(TokenResult.Passed.class, (passed) -> {
			assertThat(passed.token()).isNull();
			assertThat(passed.servicePrincipal()).isNull();
		});
		assertThat(this.asked).hasValue(0);
		assertThat(fresh()).isInstanceOfSatisfying(TokenResult.Passed.class, (passed) -> {
			assertThat(passed.token()).isEqualTo(this.answers.getFirst());
			assertThat(passed.servicePrincipal()).isEqualTo(this.principal);
		});
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void aFreshTokenNeedsTheValueThatMayBeGone() {
		passedBefore();
		this.database.transactions().executeWithoutResult((status) -> this.credentials.eraseWorkingCopies(this.id));
		assertThat(fresh()).isEqualTo(new TokenResult.ValueGone());
		assertThat(check()).isInstanceOf(TokenResult.Passed.class);
	}

	@Test
	void onePermissionThatOneOfTheTokensLacksIsMissing() {
		this.answers = List.of(token(IMAP, POP), token(IMAP), token(IMAP, POP));
		assertThat(check()).isEqualTo(new TokenResult.RolesMissing(Set.of(IMAP), this.principal));
	}

	@Test
	void aTokenForAnotherServiceIsOfNoUse() {
		this.answers = List.of(token("https://graph.microsoft.com", this.tenant, this.principal));
		assertThat(check()).isEqualTo(new TokenResult.OfNoUse(Cause.WRONG_AUDIENCE, "https://graph.microsoft.com"));
	}

	@Test
	void aTokenForExchangeInAnotherCloudIsOfNoUse() {
		this.answers = List.of(token("https://outlook.office365.us", this.tenant, this.principal));
		assertThat(check()).isInstanceOf(TokenResult.OfNoUse.class);
	}

	@Test
	void exchangeGoesByItsAddressAndByItsApplicationId() {
		for (String audience : List.of(EXCHANGE, EXCHANGE + "/", "00000002-0000-0ff1-ce00-000000000000")) {
			this.answers = List.of(token(audience, this.tenant, this.principal));
			assertThat(check()).as(audience).isInstanceOf(TokenResult.Passed.class);
		}
	}

	@Test
	void aTokenOfAnotherOrganisationIsOfNoUse() {
		TenantId other = new TenantId(UUID.randomUUID());
		this.answers = List.of(token(EXCHANGE, other, this.principal));
		assertThat(check()).isEqualTo(new TokenResult.OfNoUse(Cause.OTHER_SERVICE_PRINCIPAL, other.toString()));
	}

	@Test
	void aTokenOfAnotherEnterpriseApplicationIsOfNoUse() {
		ObjectId other = new ObjectId(UUID.randomUUID());
		this.answers = List.of(token(EXCHANGE, this.tenant, other));
		assertThat(check()).isEqualTo(new TokenResult.OfNoUse(Cause.OTHER_SERVICE_PRINCIPAL, other.toString()));
	}

	@Test
	void anEnterpriseApplicationThatWasNotKnownIsTakenFromTheToken() {
		this.database.transactions()
			.executeWithoutResult((status) -> this.connections.update(this.id,
					new OurApplication(true, true, "", this.client, null, null)));
		this.answers = List.of(token(IMAP, POP));
		assertThat(check()).isInstanceOf(TokenResult.Passed.class);
	}

	@Test
	void aRefusalSaysWhyAndHowOldTheSecretIs() {
		assertThat(check()).isInstanceOfSatisfying(TokenResult.Refused.class, (refused) -> {
			assertThat(refused.cause().failure().code()).isEqualTo("AADSTS7000215");
			assertThat(refused.credentialStoredAt()).isEqualTo(CLOCK.instant());
		});
	}

	private AppToken next() {
		int number = this.asked.getAndIncrement();
		if (this.answers.isEmpty()) {
			throw new MicrosoftException(
					new Failure(Failure.Kind.TELL_ADMIN, 401, "AADSTS7000215", List.of(), null, "", "", null));
		}
		return this.answers.get(number % this.answers.size());
	}

	private void passedBefore() {
		this.database.transactions()
			.executeWithoutResult(
					(status) -> this.connections.passed(this.id, new PassedCheck(1, CLOCK.instant(), BOTH)));
	}

	private TokenResult check() {
		return this.check.check(connection(), BOTH);
	}

	private TokenResult fresh() {
		return this.check.fresh(connection(), BOTH);
	}

	private Connection connection() {
		return this.connections.get(this.id);
	}

	private AppToken token(MailPermission... roles) {
		return new AppToken(Secret.of("token"),
				Arrays.stream(roles).map(MailPermission::role).collect(Collectors.toSet()), this.principal, EXCHANGE,
				this.tenant, CLOCK.instant().plus(Duration.ofHours(1)));
	}

	private AppToken token(String audience, TenantId from, ObjectId whose) {
		AppToken sample = token(IMAP, POP);
		return new AppToken(sample.value(), sample.roles(), whose, audience, from, sample.expiresAt());
	}

}
