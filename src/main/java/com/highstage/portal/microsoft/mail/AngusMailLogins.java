package com.highstage.portal.microsoft.mail;

import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.http.CallMeter;
import com.highstage.portal.microsoft.http.CallProperties;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Logins by Angus Mail; none of its types leave here.
 */
@Component
class AngusMailLogins implements MailLogins {

	private static final Logger LOG = LoggerFactory.getLogger(AngusMailLogins.class);

	private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

	private static final Duration FAREWELL = Duration.ofSeconds(1);

	private final MailProperties properties;

	private final MicrosoftProperties microsoft;

	private final CallProperties calls;

	private final MailTrust trust;

	private final CallMeter meter;

	private final MailSessions sessions = new MailSessions();

	AngusMailLogins(MailProperties properties, MicrosoftProperties microsoft, CallProperties calls, MailTrust trust,
			CallMeter meter) {
		this.meter = meter;
		this.properties = properties;
		this.microsoft = microsoft;
		this.calls = calls;
		this.trust = trust;
	}

	@Override
	public MailLogin attempt(MailPermission protocol, MailboxAddress mailbox, AppToken token) {
		if (!token.value().matches(BEARER_TOKEN)) {
			throw new IllegalArgumentException("not a bearer token");
		}
		ServerAddress server = this.properties.server(protocol, this.microsoft.cloud());
		MailLogin outcome = this.meter.login(protocol,
				() -> this.sessions.with((session) -> made(protocol, line(server, mailbox, token, session))));
		if (outcome instanceof MailLogin.NotAnswered(var failure)) {
			LOG.warn("{} login not answered by {}: {} [{}]", protocol, server.host(), failure.code(),
					failure.reference());
		}
		return outcome;
	}

	private Line line(ServerAddress server, MailboxAddress mailbox, AppToken token, Session session) {
		Wire wire = new Wire(this.properties.mailTimeout());
		return new Line(server, mailbox, token.value(), wire, new WatchedTls(this.trust.sockets(), wire),
				(int) this.calls.connectTimeout().toMillis(), session);
	}

	private static MailLogin made(MailPermission protocol, Line line) {
		return switch (protocol) {
			case IMAP -> made(line, new ImapLogin(line), ImapLogin::attempt);
			case POP -> made(line, new PopLogin(line), PopLogin::attempt);
			case SMTP -> made(line, new SmtpLogin(line), SmtpLogin::attempt);
		};
	}

	private static <S extends Service> MailLogin made(Line line, S service, Function<S, MailLogin> attempt) {
		try {
			return attempt.apply(service);
		}
		catch (RuntimeException ex) {
			// The library reads some nonsense less carefully than it should.
			return line.broken(ex);
		}
		finally {
			line.wire().hurry(FAREWELL);
			try {
				service.close();
			}
			catch (MessagingException | RuntimeException ex) {
				LOG.debug("no farewell: {}", ex.getClass().getSimpleName());
			}
		}
	}

}
