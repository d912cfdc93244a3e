package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.highstage.portal.ReservedPort;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.simulator.http.Certificate;

/**
 * Connections that are slow, endless, cut off or not to be trusted.
 */
class MailLineTests extends MailServerBench {

	/**
	 * For servers that are waited for to the end; others answer within the usual time.
	 */
	private static final Duration SHORT = Duration.ofSeconds(1);

	/** Far from the limit that the portal has by itself. */
	private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

	private Duration patience = super.patience();

	@Override
	Duration patience() {
		return this.patience;
	}

	@ParameterizedTest
	@EnumSource
	@Timeout(60)
	void aServerThatDripsIsLeftInTime(MailPermission protocol) throws IOException {
		this.patience = SHORT;
		CountDownLatch over = new CountDownLatch(1);
		Instant start = Instant.now();
		MailLogin outcome = attempt(protocol, (server) -> {
			try {
				while (!over.await(50, TimeUnit.MILLISECONDS)) {
					server.drip("*");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		over.countDown();
		Assertions.assertThat(code(outcome)).isEqualTo("MailServerTimeout");
		Assertions.assertThat(Duration.between(start, Instant.now())).isLessThan(LONG_ENOUGH);
	}

	@ParameterizedTest
	@EnumSource
	@Timeout(60)
	void aServerThatSaysNothingIsLeftInTime(MailPermission protocol) throws IOException {
		this.patience = SHORT;
		Instant start = Instant.now();
		Assertions.assertThat(code(attempt(protocol, ScriptedServer.Conversation::wasteTime)))
			.isEqualTo("MailServerTimeout");
		Assertions.assertThat(Duration.between(start, Instant.now())).isLessThan(LONG_ENOUGH);
	}

	@ParameterizedTest
	@EnumSource
	void aServerThatTalksWithoutEndIsLeft(MailPermission protocol) throws IOException {
		String much = "*".repeat(10_000);
		Assertions.assertThat(code(attempt(protocol, (server) -> {
			for (int count = 0; count < 1000; count++) {
				server.drip(much);
			}
		}))).isEqualTo("UnreadableAnswer");
	}

	@ParameterizedTest
	@EnumSource
	void aServerThatHangsUpProvesNothing(MailPermission protocol) throws IOException {
		Assertions.assertThat(code(attempt(protocol, (server) -> {
		}))).isEqualTo("MailConnectionLost");
	}

	@Test
	void withoutEncryptionNoTokenIsSent() throws IOException {
		Assertions.assertThat(key(smtp((server) -> {
			server.say("220 hello");
			server.hear();
			server.say("250-hello", "250 AUTH XOAUTH2");
			server.wasteTime();
		}))).isEqualTo(Cause.MAIL_SERVER_NOT_TRUSTED.key());
		Assertions.assertThat(heard()).noneMatch((line) -> line.startsWith("AUTH"));
	}

	@Test
	void onlyTheSettingsCertificatesAreTrustedInAddition() throws IOException {
		Certificate stranger = Certificate.selfSigned("stranger", "localhost");
		this.server = ScriptedServer.secured(stranger, (server) -> server.say("* OK hello"));
		Assertions.assertThat(key(attempt(MailPermission.IMAP))).isEqualTo(Cause.MAIL_SERVER_NOT_TRUSTED.key());
	}

	@Test
	void aCertificateOfAnotherHostIsNotTrusted() throws IOException {
		Certificate other = Certificate.selfSigned("other", "other.example");
		Files.writeString(trusted, CERTIFICATE.pem() + other.pem());
		this.server = ScriptedServer.secured(other, (server) -> server.say("+OK hello"));
		Assertions.assertThat(key(attempt(MailPermission.POP))).isEqualTo(Cause.MAIL_SERVER_NOT_TRUSTED.key());
		Assertions.assertThat(heard()).noneMatch((line) -> line.startsWith("AUTH"));
	}

	@Test
	void aPortThatSpeaksSomethingElseProvesNothing() throws IOException {
		this.server = ScriptedServer.plain((server) -> server.say("HTTP/1.1 400 Bad Request"));
		Assertions.assertThat(key(attempt(MailPermission.IMAP))).isEqualTo(Cause.STRANGE_ANSWER.key());
	}

	@ParameterizedTest
	@EnumSource
	void whereNobodyListensTheServerIsNotReachable(MailPermission protocol) {
		try (ReservedPort nobodys = ReservedPort.any()) {
			Assertions.assertThat(code(attempt(protocol, new ServerAddress("localhost", nobodys.number()), TOKEN)))
				.isEqualTo("MailServerNotReachable");
		}
	}

}
