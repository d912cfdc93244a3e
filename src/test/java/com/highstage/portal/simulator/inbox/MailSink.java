package com.highstage.portal.simulator.inbox;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Supplier;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail's SMTP server: where mails that the portal sends end, or are refused.
 */
public final class MailSink implements AutoCloseable {

	private static final long START_MILLIS = 60_000;

	private final SmtpServer server;

	private MailSink(SmtpServer server) {
		this.server = server;
	}

	/**
	 * Listens on the loopback address.
	 * @param port the port, 0 for any
	 * @param inbox where the mails go
	 * @param refusal the reply to every recipient, empty to accept
	 * @return the open sink
	 */
	public static MailSink open(int port, Inbox inbox, Supplier<String> refusal) {
		Managers managers = new Managers();
		SmtpManager delivery = new Delivery(managers, inbox, refusal);
		SmtpServer server = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), managers) {

			@Override
			protected ProtocolHandler createProtocolHandler(Socket connection) {
				return new SmtpHandler(new SmtpCommandRegistry(), delivery, connection);
			}

		};
		server.setDaemon(true);
		server.startService();
		try {
			if (!server.waitTillRunning(START_MILLIS)) {
				throw new IllegalStateException("Port " + port + " for outgoing mail cannot be opened");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		return new MailSink(server);
	}

	public int port() {
		return this.server.getPort();
	}

	@Override
	public void close() {
		this.server.stopService();
	}

	/**
	 * What happens to a mail.
	 */
	private static final class Delivery extends SmtpManager {

		private final Inbox inbox;

		private final Supplier<String> refusal;

		Delivery(Managers managers, Inbox inbox, Supplier<String> refusal) {
			super(managers.getImapHostManager(), managers.getUserManager());
			this.inbox = inbox;
			this.refusal = refusal;
		}

		@Override
		public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
			String reply = this.refusal.get();
			if (reply.isEmpty()) {
				return null;
			}
			return (reply.length() > 3) ? reply : reply + " Refused because the simulator was told to";
		}

		@Override
		public synchronized void send(SmtpState state) {
			try {
				this.inbox.add(ReceivedMail.of(state.getMessage().getMessage(),
						state.getMessage().getToAddresses().stream().map(MailAddress::getEmail).toList()));
			}
			catch (MessagingException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
