package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.mail.MailLogin.NotAnswered;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.vault.Secret;

/**
 * The connection of one login: where to, as whom, within which limits; and what it means
 * if it breaks.
 *
 * @param server the server
 * @param mailbox as whom
 * @param token with which token
 * @param wire the limits
 * @param tls the encryption
 * @param connectMillis how long a connection may take to be made
 * @param session of the mail library, for this login alone
 */
record Line(ServerAddress server, MailboxAddress mailbox, Secret token, Wire wire, WatchedTls tls, int connectMillis,
		Session session) {

	static final String BUSY = "MailServerBusy";

	static final String NOT_TRUSTED = "MailServerNotTrusted";

	static final String STRANGE = "UnreadableAnswer";

	/**
	 * The session with settings with which the mail library knows one way to log in and
	 * shows nothing.
	 * @param protocol the name by which the library knows the protocol
	 * @param sockets makes the socket with which a connection begins
	 * @return a session whose settings a protocol can add to
	 */
	Session session(String protocol, Supplier<Socket> sockets) {
		Properties settings = this.session.getProperties();
		String prefix = "mail." + protocol + ".";
		settings.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
		settings.setProperty(prefix + "connectiontimeout", String.valueOf(this.connectMillis));
		settings.put(prefix + "socketFactory", new LineSockets(sockets));
		settings.setProperty(prefix + "socketFactory.fallback", "false");
		settings.setProperty("mail.debug", "false");
		settings.setProperty("mail.debug.auth", "false");
		return this.session;
	}

	/**
	 * A socket within the limits.
	 * @return an unconnected socket
	 */
	Socket watched() {
		return new WatchedSocket(new Socket(), this.wire);
	}

	/**
	 * A socket within the limits that is encrypted before the library sees it.
	 * @param transcript where to write what the server says
	 * @return an unconnected socket
	 */
	Socket secured(Transcript transcript) {
		return new TlsSocket(watched(), this.tls, this.server, transcript);
	}

	/**
	 * Lets the library connect and log in; the token is out for that only.
	 * @param service the library's side of the connection
	 * @throws MessagingException if it does not succeed
	 */
	void logIn(Service service) throws MessagingException {
		Optional<MessagingException> failed = this.token.expose((value) -> {
			try {
				service.connect(this.server.host(), this.server.port(), this.mailbox.value(), value);
				return Optional.empty();
			}
			catch (MessagingException ex) {
				return Optional.of(ex);
			}
		});
		if (failed.isPresent()) {
			throw failed.get();
		}
	}

	URLName address(String protocol) {
		return new URLName(protocol, this.server.host(), this.server.port(), null, null, null);
	}

	/**
	 * The connection broke, or the server said something that no mail server says.
	 * @param problem how the library tells it
	 * @return what that means
	 */
	MailLogin broken(Throwable problem) {
		IOException seen = this.wire.problem();
		if (has(problem, CertificateException.class) || has(problem, SSLPeerUnverifiedException.class)) {
			return notAnswered(NOT_TRUSTED, problem);
		}
		if (has(problem, SSLException.class) && seen == null) {
			return notAnswered(STRANGE, problem);
		}
		if (seen == null && has(problem, SocketConnectException.class)
				|| seen == null && has(problem, MailConnectException.class)) {
			return notAnswered("MailServerNotReachable", problem);
		}
		return switch (seen) {
			case null -> notAnswered(STRANGE, problem);
			case Wire.AnswerTooLongException tooLong -> notAnswered(STRANGE, tooLong);
			case SocketTimeoutException late -> notAnswered("MailServerTimeout", late);
			default -> notAnswered("MailConnectionLost", seen);
		};
	}

	MailLogin notAnswered(String code, Throwable problem) {
		return notAnswered(code, problem.getClass().getSimpleName());
	}

	MailLogin notAnswered(String code, String words) {
		return new NotAnswered(new Failure(Failure.Kind.RETRY_LATER, 0, code, List.of(), null, words,
				UUID.randomUUID().toString(), null));
	}

	private static boolean has(Throwable problem, Class<?> type) {
		return Stream.iterate(problem, (cause) -> cause != null, Throwable::getCause)
			.limit(20)
			.anyMatch(type::isInstance);
	}

}
