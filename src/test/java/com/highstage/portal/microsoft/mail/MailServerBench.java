package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.http.CallMeter;
import com.highstage.portal.microsoft.http.CallProperties;
import com.highstage.portal.microsoft.mail.MailLogin.NotAnswered;
import com.highstage.portal.microsoft.mail.ScriptedServer.Script;
import com.highstage.portal.simulator.http.Certificate;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

/**
 * Logins at a scripted server, with a token.
 */
abstract class MailServerBench {

	static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9." + "x".repeat(200) + ".signature";

	static final MailboxAddress MAILBOX = new MailboxAddress("support@contoso.example");

	static final Certificate CERTIFICATE = Certificate.selfSigned("mail", "localhost");

	@TempDir
	static Path directory;

	static Path trusted;

	@Nullable ScriptedServer server;

	@BeforeAll
	static void write() throws IOException {
		trusted = Files.writeString(directory.resolve("trusted.pem"), CERTIFICATE.pem());
	}

	@AfterEach
	void stop() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

	MailLogin imap(Script script) throws IOException {
		return attempt(MailPermission.IMAP, script);
	}

	MailLogin pop(Script script) throws IOException {
		return attempt(MailPermission.POP, script);
	}

	MailLogin smtp(Script script) throws IOException {
		return attempt(MailPermission.SMTP, script);
	}

	MailLogin attempt(MailPermission protocol, Script script) throws IOException {
		stop();
		this.server = (protocol == MailPermission.SMTP) ? ScriptedServer.plain(script)
				: ScriptedServer.secured(CERTIFICATE, script);
		return attempt(protocol);
	}

	MailLogin attempt(MailPermission protocol) {
		return attempt(protocol, Objects.requireNonNull(this.server).address(), TOKEN);
	}

	/**
	 * How long a login may take; more than a slow machine needs.
	 * @return the limit
	 */
	Duration patience() {
		return Duration.ofMinutes(1);
	}

	MailLogin attempt(MailPermission protocol, ServerAddress address, String token) {
		MailProperties properties = new MailProperties(address, address, address, trusted, patience());
		MicrosoftProperties microsoft = new MicrosoftProperties(Cloud.GLOBAL, null, null, null, UUID.randomUUID(),
				Secret.of("unused"), true);
		CallProperties calls = new CallProperties(Duration.ofMinutes(1), Duration.ofSeconds(1), 1,
				Duration.ofSeconds(1), DataSize.ofKilobytes(1), 1, Duration.ofSeconds(1));
		return new AngusMailLogins(properties, microsoft, calls, new MailTrust(properties),
				new CallMeter(new SimpleMeterRegistry()))
			.attempt(protocol, MAILBOX, new AppToken(Secret.of(token), Set.of(), new ObjectId(UUID.randomUUID()), "aud",
					new TenantId(UUID.randomUUID()), Instant.now()));
	}

	List<String> heard() {
		return Objects.requireNonNull(this.server).heard();
	}

	static void logIn(ScriptedServer.Conversation server) throws IOException {
		server.say("+OK hello");
		server.hear();
		server.say("+OK", "SASL XOAUTH2", ".");
		server.hear();
		server.say("+ ");
		server.hear();
	}

	static void encrypt(ScriptedServer.Conversation server) throws IOException {
		server.say("220 hello");
		server.hear();
		server.say("250-hello", "250 STARTTLS");
		server.hear();
		server.say("220 go");
		server.secure(CERTIFICATE);
		server.hear();
	}

	static String code(MailLogin outcome) {
		Assertions.assertThat(outcome).isInstanceOf(NotAnswered.class);
		return ((NotAnswered) outcome).failure().code();
	}

	static String key(MailLogin outcome) {
		Assertions.assertThat(outcome).isInstanceOf(NotAnswered.class);
		return Explanations.of(((NotAnswered) outcome).failure()).key();
	}

}
