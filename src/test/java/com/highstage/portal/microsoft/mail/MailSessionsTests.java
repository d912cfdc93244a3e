package com.highstage.portal.microsoft.mail;

import jakarta.mail.Session;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MailSessionsTests {

	private final MailSessions sessions = new MailSessions();

	@Test
	void aSessionIsUsedAgainWithoutWhatTheLastLoginSet() {
		Session first = this.sessions.with((session) -> {
			session.getProperties().setProperty("mail.imap.socketFactory", "its own");
			return session;
		});
		assertThat(this.sessions.<Session>with((session) -> session)).isSameAs(first);
		assertThat(first.getProperties()).isEmpty();
	}

	@Test
	void twoLoginsAtATimeDoNotShareOne() {
		this.sessions.<Session>with((first) -> this.sessions.with((second) -> {
			assertThat(second).isNotSameAs(first);
			return second;
		}));
	}

	@Test
	void aSessionComesBackFromALoginThatBroke() {
		Session first = this.sessions.with((session) -> session);
		assertThatIllegalStateException().isThrownBy(() -> this.sessions.with((session) -> {
			throw new IllegalStateException();
		}));
		assertThat(this.sessions.<Session>with((session) -> session)).isSameAs(first);
	}

}
