package com.highstage.portal.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.exchange.Protocol;
import com.highstage.portal.simulator.exchange.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may log in to which mailbox.
 */
class MailAccessTests {

	private static final String BOX = "orders@contoso.example";

	private static final Duration PROPAGATION = Duration.ofSeconds(5);

	private final SteppingClock clock = new SteppingClock();

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0, this.clock);

	private final Browser browser = new Browser(this.microsoft365);

	private MailApplication application = new MailApplication(this.microsoft365, "", "", "", "");

	@BeforeEach
	void connect() {
		this.microsoft365.settings(Map.of("replicationMillis", 0));
		this.application = MailApplication.in(this.microsoft365, Protocol.IMAP, Protocol.POP, Protocol.SMTP);
		this.application.register(this.application.principalId());
		this.application.open(BOX);
		this.clock.advance(PROPAGATION);
	}

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private Verdict logIn(Protocol protocol, String user) {
		return logIn(protocol, user, this.application.token());
	}

	private Verdict logIn(Protocol protocol, String user, String token) {
		return this.microsoft365.mailAccess().logIn(protocol, user, token);
	}

	private void run(String cmdlet, Map<String, ?> parameters) {
		this.microsoft365.powershell("contoso.example", cmdlet, parameters);
	}

	@ParameterizedTest
	@EnumSource
	void whatWasGrantedOpens(Protocol protocol) {
		assertThat(logIn(protocol, BOX)).isEqualTo(Verdict.AUTHENTICATED);
		assertThat(logIn(protocol, "Orders@CONTOSO.example")).isEqualTo(Verdict.AUTHENTICATED);
	}

	@ParameterizedTest
	@CsvSource({ "IMAP, NOT_CONNECTED", "POP, NOT_CONNECTED", "SMTP, REFUSED" })
	void anotherMailboxStaysClosed(Protocol protocol, Verdict verdict) {
		assertThat(logIn(protocol, "admin@contoso.example")).isEqualTo(verdict);
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop@contoso.example", "o.orders@contoso.example", "orders", "nobody@contoso.example",
			"service@fabrikam.example", "" })
	void onlyThePrimaryAddressIsAMailbox(String user) {
		for (Protocol protocol : Protocol.values()) {
			assertThat(logIn(protocol, user)).isEqualTo(Verdict.REFUSED);
		}
	}

	@Test
	void aPermissionHasToSpread() {
		this.application.open("sales@contoso.example");
		this.clock.advance(PROPAGATION.minusMillis(1));
		assertThat(logIn(Protocol.IMAP, "sales@contoso.example")).isEqualTo(Verdict.NOT_CONNECTED);
		assertThat(logIn(Protocol.SMTP, "sales@contoso.example")).isEqualTo(Verdict.REFUSED);
		this.clock.advance(Duration.ofMillis(1));
		assertThat(logIn(Protocol.IMAP, "sales@contoso.example")).isEqualTo(Verdict.AUTHENTICATED);
		assertThat(logIn(Protocol.SMTP, "sales@contoso.example")).isEqualTo(Verdict.AUTHENTICATED);
	}

	@Test
	void theWrongObjectIdShowsAtTheLoginOnly() {
		run("Remove-ServicePrincipal", Map.of("Identity", this.application.clientId(), "Confirm", false));
		this.application.register(this.application.objectId());
		run("Add-MailboxPermission",
				Map.of("Identity", BOX, "User", this.application.objectId(), "AccessRights", List.of("FullAccess")));
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.REFUSED);
		run("Remove-ServicePrincipal", Map.of("Identity", this.application.clientId(), "Confirm", false));
		this.application.register(this.application.principalId());
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.REFUSED);
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.AUTHENTICATED);
	}

	@Test
	void whatIsTakenAwayClosesWhenThatHasSpread() {
		run("Remove-MailboxPermission", Map.of("Identity", BOX, "User", this.application.principalId(), "AccessRights",
				List.of("FullAccess"), "Confirm", false));
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.AUTHENTICATED);
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.NOT_CONNECTED);
		run("Remove-ServicePrincipal", Map.of("Identity", this.application.principalId(), "Confirm", false));
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.REFUSED);
	}

	@Test
	void aSwitchHasToSpreadToo() {
		run("Set-CASMailbox", Map.of("Identity", BOX, "ImapEnabled", false));
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.AUTHENTICATED);
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.NOT_CONNECTED);
		assertThat(logIn(Protocol.POP, BOX)).isEqualTo(Verdict.AUTHENTICATED);
		run("Set-CASMailbox", Map.of("Identity", BOX, "ImapEnabled", true, "PopEnabled", false));
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.NOT_CONNECTED);
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.AUTHENTICATED);
		assertThat(logIn(Protocol.POP, BOX)).isEqualTo(Verdict.NOT_CONNECTED);
	}

	@Test
	void smtpIsOffForTheOrganisationOrForOneMailbox() {
		run("Set-TransportConfig", Map.of("SmtpClientAuthenticationDisabled", true));
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.SMTP, BOX)).isEqualTo(Verdict.SMTP_AUTH_DISABLED);
		assertThat(logIn(Protocol.IMAP, BOX)).isEqualTo(Verdict.AUTHENTICATED);
		run("Set-CASMailbox", Map.of("Identity", BOX, "SmtpClientAuthenticationDisabled", false));
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.SMTP, BOX)).isEqualTo(Verdict.AUTHENTICATED);
	}

	@Test
	void eachProtocolNeedsItsRole() {
		MailApplication imapOnly = MailApplication.in(this.microsoft365, Protocol.IMAP);
		imapOnly.register(imapOnly.principalId());
		imapOnly.open(BOX);
		this.clock.advance(PROPAGATION);
		assertThat(logIn(Protocol.IMAP, BOX, imapOnly.token())).isEqualTo(Verdict.AUTHENTICATED);
		assertThat(logIn(Protocol.POP, BOX, imapOnly.token())).isEqualTo(Verdict.REFUSED);
		assertThat(logIn(Protocol.SMTP, BOX, imapOnly.token())).isEqualTo(Verdict.REFUSED);
		String none = MailApplication.in(this.microsoft365).token();
		assertThat(Jwt.claims(none)).doesNotContainKey("roles");
		assertThat(logIn(Protocol.IMAP, BOX, none)).isEqualTo(Verdict.REFUSED);
	}

	@ParameterizedTest
	@CsvSource({ "https://graph.microsoft.com, REFUSED", "https://outlook.office365.com.example, REFUSED",
			"https://outlook.office.com, AUTHENTICATED", "https://ps.outlook.com, AUTHENTICATED" })
	void theAudienceIsChecked(String audience, Verdict verdict) {
		this.microsoft365.settings(Map.of("tokenAudience", audience));
		String token = this.application.token();
		assertThat(Jwt.claims(token).get("aud").toString()).contains(audience);
		assertThat(logIn(Protocol.IMAP, BOX, token)).isEqualTo(verdict);
	}

	@Test
	void aTokenThatIsOverOrForgedOrAPersonsIsRefused() {
		String token = this.application.token();
		assertThat(logIn(Protocol.IMAP, BOX, token.substring(0, token.length() - 6) + "AAAAAA"))
			.isEqualTo(Verdict.REFUSED);
		assertThat(logIn(Protocol.IMAP, BOX, "nonsense")).isEqualTo(Verdict.REFUSED);
		assertThat(logIn(Protocol.IMAP, "admin@contoso.example",
				this.browser
					.signIn("admin@contoso.example", "contoso.example",
							"openid https://outlook.office365.com/IMAP.AccessAsUser.All")
					.path("access_token")
					.asString()))
			.isEqualTo(Verdict.REFUSED);
		this.clock.advance(Duration.ofHours(2));
		assertThat(logIn(Protocol.IMAP, BOX, token)).isEqualTo(Verdict.REFUSED);
	}

	@Test
	void exchangeDoesNotNoticeThatAnApplicationIsDeleted() {
		String token = this.application.token();
		this.browser.graph(this.browser.manager("admin@contoso.example", "contoso.example"), "DELETE",
				"applications/" + this.application.objectId(), "");
		JsonNode exchange = this.microsoft365.organisation("contoso.example").path("exchange");
		assertThat(exchange.path("servicePrincipals").size()).isOne();
		assertThat(exchange.path("mailboxPermissions").size()).isOne();
		assertThat(logIn(Protocol.IMAP, BOX, token)).isEqualTo(Verdict.AUTHENTICATED);
	}

}
