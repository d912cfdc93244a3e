package com.highstage.portal.microsoft.mail;

import java.io.IOException;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import com.highstage.portal.microsoft.mail.MailLogin.Refused;

/**
 * Dovecot and others explain a refusal in a challenge, and refuse once the client has
 * answered it with nothing.
 */
class ExplainedRefusalTests extends MailServerBench {

	/** Dovecot's own: status 401. */
	private static final String WHY = "+ eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIiwic2NvcGUiOiJtYWlsIn0=";

	@Test
	void imapAnswersWithAnEmptyLine() throws IOException {
		Assertions.assertThat(imap((server) -> {
			server.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hello");
			explain(server, server.hear().split(" ")[0] + " NO [AUTHENTICATIONFAILED] Authentication failed.");
		})).isEqualTo(new Refused("[AUTHENTICATIONFAILED] Authentication failed."));
		Assertions.assertThat(heard()).hasSize(2).last().isEqualTo("");
	}

	@Test
	void imapAnswersWithAnEmptyLineWhereTheTokenWasAskedFor() throws IOException {
		Assertions.assertThat(imap((server) -> {
			server.say("* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] hello");
			String tag = server.hear().split(" ")[0];
			server.say("+ ");
			server.hear();
			explain(server, tag + " NO [AUTHENTICATIONFAILED] Authentication failed.");
		})).isEqualTo(new Refused("[AUTHENTICATIONFAILED] Authentication failed."));
		Assertions.assertThat(heard()).hasSize(3).last().isEqualTo("");
	}

	@Test
	void popAnswersWithAnEmptyLine() throws IOException {
		Assertions.assertThat(pop((server) -> {
			logIn(server);
			explain(server, "-ERR [AUTH] Authentication failed.");
			server.wasteTime();
		})).isEqualTo(new Refused("[AUTH] Authentication failed."));
		Assertions.assertThat(heard()).hasSizeGreaterThan(3);
		Assertions.assertThat(heard().get(3)).isEqualTo("");
	}

	private static void explain(ScriptedServer.Conversation server, String refusal) throws IOException {
		server.say(WHY);
		server.hear();
		server.say(refusal);
	}

}
