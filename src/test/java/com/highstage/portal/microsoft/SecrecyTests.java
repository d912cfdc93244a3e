package com.highstage.portal.microsoft;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;

/**
 * Secrets and tokens in flight are seen nowhere, however much is logged and whatever goes
 * wrong.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTests {

	private final List<String> secrets = new ArrayList<>();

	private final StringWriter seen = new StringWriter();

	@Test
	void nothingSecretIsLoggedThrownOrPrinted(CapturedOutput output) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level before = root.getLevel();
		try (ConnectedMicrosoft connected = new ConnectedMicrosoft()) {
			root.setLevel(Level.TRACE);
			walk(connected);
		}
		finally {
			root.setLevel(before);
		}
		Assertions.assertThat(this.secrets).hasSizeGreaterThan(4).doesNotContain("");
		Assertions.assertThat(output.getAll()).contains("addPassword failed");
		Assertions.assertThat(output.getAll() + this.seen).doesNotContain(this.secrets);
	}

	private void walk(ConnectedMicrosoft connected) {
		Applications applications = connected.bean(Applications.class);
		AppTokens tokens = connected.bean(AppTokens.class);
		Delegation admin = connected.signIn("admin@contoso.example", "contoso.example");
		connected.tokens().forEach((token) -> token.expose(this.secrets::add));
		Application application = applications.createIfMissing(admin,
				new NewApplication("highstage-mail-1", "Highstage Mail", Set.of(), Set.of()));
		connected.bean(ServicePrincipals.class).createIfMissing(admin, application.clientId());
		NewPassword made = keep(applications.addPassword(admin, application.id(), "hs", end()));
		AppToken token = tokens.request(admin.tenant(), application.clientId(), new ClientSecret(made.value()));
		token.value().expose(this.secrets::add);
		note(made, token, admin);
		logIn(connected, token);
		for (String kind : List.of("500", "garbage", "reset", "empty")) {
			connected.microsoft365().fault(Fault.after("addPassword", kind));
			fails(() -> applications.addPassword(admin, application.id(), "hs", end()));
			connected.microsoft365().fault(Fault.after("token", kind));
			fails(() -> tokens.request(admin.tenant(), application.clientId(), new ClientSecret(made.value())));
		}
		this.secrets.add("a-wrong-secret-value");
		fails(() -> tokens.request(admin.tenant(), application.clientId(),
				new ClientSecret(Secret.of("a-wrong-secret-value"))));
		this.secrets.add("not\na-header-value");
		connected.replaceTokens(admin.signIn(), "not\na-header-value");
		fails(() -> connected.bean(Organisations.class).find(admin));
		fails(() -> connected.bean(ExchangeRegistrations.class).list(admin));
	}

	private void logIn(ConnectedMicrosoft connected, AppToken token) {
		MailboxAddress mailbox = new MailboxAddress("support@contoso.example");
		for (MailPermission protocol : MailPermission.values()) {
			note(connected.bean(MailLogins.class).attempt(protocol, mailbox, token));
			String xoauth2 = "user=" + mailbox + "\u0001auth=Bearer " + token.value().expose((value) -> value)
					+ "\u0001\u0001";
			this.secrets.add(Base64.getEncoder().encodeToString(xoauth2.getBytes(StandardCharsets.US_ASCII)));
			connected.microsoft365().fault(Fault.before(protocol + " AUTH", "reset"));
			note(connected.bean(MailLogins.class).attempt(protocol, mailbox, token));
		}
	}

	private NewPassword keep(NewPassword made) {
		made.value().expose(this.secrets::add);
		return made;
	}

	private void note(Object... values) {
		for (Object value : values) {
			this.seen.append(String.valueOf(value));
		}
	}

	private void fails(Runnable call) {
		Throwable thrown = Assertions.catchThrowable(call::run);
		Assertions.assertThat(thrown).isNotNull();
		thrown.printStackTrace(new PrintWriter(this.seen));
		if (thrown instanceof MicrosoftException refused) {
			note(refused.failure());
		}
	}

	private static Instant end() {
		return Instant.now().plus(90, ChronoUnit.DAYS);
	}

}
