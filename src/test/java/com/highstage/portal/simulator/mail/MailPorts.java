package com.highstage.portal.simulator.mail;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

import com.highstage.portal.simulator.http.Certificate;
import com.highstage.portal.simulator.http.LoopbackPort;

/**
 * Exchange Online's mail servers: small ones of our own, because no ready server gives
 * Exchange's replies.
 */
public final class MailPorts {

	private final SSLSocketFactory tls;

	private final Desk desk;

	public MailPorts(Certificate certificate, Desk desk) {
		this.tls = certificate.context().getSocketFactory();
		this.desk = desk;
	}

	public LoopbackPort imap(int port) {
		return open(port, true, (lines) -> new ImapDialogue(lines, this.desk));
	}

	public LoopbackPort pop(int port) {
		return open(port, true, (lines) -> new PopDialogue(lines, this.desk));
	}

	public LoopbackPort smtp(int port) {
		return open(port, false, (lines) -> new SmtpDialogue(lines, this.desk, this.tls));
	}

	private LoopbackPort open(int port, boolean secure, Opening opening) {
		return LoopbackPort.open(port, (connection) -> {
			try (Lines lines = new Lines(connection, this.desk.patience())) {
				if (secure) {
					lines.secure(this.tls);
				}
				hold(lines, opening.with(lines));
			}
		});
	}

	private static void hold(Lines lines, Dialogue dialogue) throws IOException {
		try {
			dialogue.greet();
			boolean open = true;
			while (open) {
				Optional<String> line = lines.read();
				open = line.isPresent() && dialogue.hear(line.get());
			}
		}
		catch (LineTooLong ex) {
			lines.write(dialogue.tooLong());
		}
		catch (SocketTimeoutException ex) {
			lines.write(dialogue.tooQuiet());
		}
		catch (RuntimeException ex) {
			System.getLogger("simulator").log(System.Logger.Level.ERROR, dialogue.getClass().getSimpleName(), ex);
		}
	}

	/**
	 * Begins a dialogue.
	 */
	private interface Opening {

		Dialogue with(Lines lines);

	}

}
