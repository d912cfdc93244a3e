package com.highstage.portal.notification.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.highstage.portal.notification.delivery.MailServer.Answer;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpServerTests {

	private final Secret mail = PostOffice.packed(TestMessages.colleague());

	private ScriptedSmtp smtp;

	@BeforeEach
	void start() throws IOException {
		this.smtp = new ScriptedSmtp();
	}

	@AfterEach
	void stop() throws IOException {
		this.smtp.close();
	}

	@Test
	void aMailIsTakenExactlyAsItWasPacked() {
		assertThat(take()).isEqualTo(new Answer.Taken("250 2.0.0 queued as 4711\n"));
		assertThat(take()).isInstanceOf(Answer.Taken.class);
		assertThat(this.smtp.mails()).hasSize(2)
			.allSatisfy((received) -> assertThat(received.strip()).isEqualTo(this.mail.expose(String::strip)));
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 550 5.1.1 no such mailbox", "MAIL, 552 5.3.4 too big", "DATA, 554 5.7.1 no spam",
			"., 554 5.7.1 no spam" })
	void aPermanentAnswerIsARefusal(String command, String answer) {
		this.smtp.answer(command, answer);
		assertThat(take()).isInstanceOf(Answer.Refused.class);
		assertThat(take().words()).contains(answer);
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 450 4.2.1 greylisted", "MAIL, 421 4.3.2 shutting down", "DATA, 451 4.3.0 later",
			"., 452 4.3.1 disk full", "MAIL, 530 5.7.0 authentication required", "., break", "MAIL, break",
			"EHLO, break" })
	void anythingElseMayBeOtherNextTime(String command, String answer) {
		this.smtp.answer(command, answer);
		assertThat(take()).isInstanceOf(Answer.NotNow.class);
	}

	@Test
	void aGoodbyeThatGoesWrongIsNoFailure() {
		this.smtp.answer("QUIT", ScriptedSmtp.BREAK);
		assertThat(take()).isInstanceOf(Answer.Taken.class);
	}

	@Test
	void aWrongPasswordIsTheOperatorsAffair() {
		GreenMail greenMail = new GreenMail(PostOffice.sink());
		greenMail.start();
		try {
			greenMail.setUser("portal@highstage.example", "portal", "right");
			JavaMailSenderImpl settings = this.smtp.settings();
			settings.setPort(greenMail.getSmtp().getPort());
			settings.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
			settings.setUsername("portal");
			settings.setPassword("wrong");
			assertThat(PostOffice.smtp(settings).take(this.mail)).isInstanceOf(Answer.NotNow.class);
			settings.setPassword("right");
			assertThat(PostOffice.smtp(settings).take(this.mail)).isInstanceOf(Answer.Taken.class);
		}
		finally {
			greenMail.stop();
		}
	}

	@Test
	void nobodyListensForNow() throws IOException {
		JavaMailSenderImpl settings = this.smtp.settings();
		// taken, so that nobody else can listen there meanwhile
		try (Socket silent = new Socket()) {
			silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			settings.setPort(silent.getLocalPort());
			assertThat(PostOffice.smtp(settings).take(this.mail)).isInstanceOf(Answer.NotNow.class);
		}
	}

	@Test
	void withoutAnAddressThereIsNoServer() {
		assertThat(PostOffice.smtp(null).isSet()).isFalse();
		assertThat(PostOffice.smtp(null).take(this.mail)).isInstanceOf(Answer.NotNow.class);
		JavaMailSenderImpl settings = new JavaMailSenderImpl();
		settings.setHost(" ");
		assertThat(PostOffice.smtp(settings).isSet()).isFalse();
		assertThat(PostOffice.smtp(this.smtp.settings()).isSet()).isTrue();
	}

	private Answer take() {
		return PostOffice.smtp(this.smtp.settings()).take(this.mail);
	}

}
