package com.highstage.portal.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.highstage.portal.ReservedPort;

/**
 * A mail server that does not want every tenth mail, serves one connection after the
 * other, and at chosen mails does the worst: it keeps the mail and owes the answer.
 */
public final class TroubledSmtp implements AutoCloseable {

	private final List<Received> received = new ArrayList<>();

	private final AtomicInteger tries = new AtomicInteger();

	/** Kept while nobody listens, too. */
	private final ReservedPort port = ReservedPort.any();

	private volatile ServerSocket socket;

	private volatile Owed owed = new Owed(Integer.MAX_VALUE);

	public TroubledSmtp() {
		this.socket = listen(this.port.number());
		serve();
	}

	/**
	 * Goes on serving after {@link #kill()}, on the same port.
	 */
	public void start() {
		this.socket = listen(this.port.number());
		serve();
	}

	private static ServerSocket listen(int port) {
		try {
			return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends as a killed process does: nobody listens any more, and nothing is answered.
	 */
	public void kill() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.owed.settle();
	}

	/**
	 * Keeps a mail without an answer, and whoever sent it waiting until it is settled.
	 * @param number which of the mails that are taken, from 1
	 * @return the mail that is owed an answer
	 */
	public Owed owe(int number) {
		this.owed = new Owed(number);
		return this.owed;
	}

	public int port() {
		return this.port.number();
	}

	public int tries() {
		return this.tries.get();
	}

	public List<Received> received() {
		synchronized (this.received) {
			return List.copyOf(this.received);
		}
	}

	private void serve() {
		ServerSocket listening = this.socket;
		Thread.ofPlatform().daemon().name("troubled-smtp").start(() -> {
			while (!listening.isClosed()) {
				try (Socket connection = listening.accept()) {
					talk(connection);
				}
				catch (IOException ex) {
					// the other side was killed, or this one
				}
			}
		});
	}

	private void talk(Socket connection) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
		String to = "";
		say(connection, "220 troubled");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
				case "RCPT" -> {
					to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
					say(connection, (this.tries.incrementAndGet() % 10 == 0) ? "451 4.3.0 not now" : "250 ok");
				}
				case "DATA" -> {
					say(connection, "354 go on");
					if (keep(to, in)) {
						return;
					}
					say(connection, "250 2.0.0 queued");
				}
				case "QUIT" -> say(connection, "221 bye");
				default -> say(connection, "250 ok");
			}
		}
	}

	/**
	 * Keeps a mail.
	 * @return whether the answer is owed for ever
	 */
	private boolean keep(String to, BufferedReader in) throws IOException {
		String id = "";
		for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
			if (line == null) {
				throw new IOException("the mail was cut off");
			}
			if (line.startsWith("Message-ID:")) {
				id = line.substring(line.indexOf(':') + 1).strip();
			}
		}
		int number;
		synchronized (this.received) {
			this.received.add(new Received(to, id));
			number = this.received.size();
		}
		return this.owed.concerns(number);
	}

	private static void say(Socket connection, String answer) throws IOException {
		connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		connection.getOutputStream().flush();
	}

	@Override
	public void close() {
		kill();
		this.port.close();
	}

	/**
	 * A mail that was taken.
	 *
	 * @param to who gets it
	 * @param messageId its id
	 */
	public record Received(String to, String messageId) {

	}

	/**
	 * A mail that is owed an answer.
	 */
	public static final class Owed {

		private static final Duration PATIENCE = Duration.ofMinutes(3);

		private final int number;

		private final CountDownLatch reached = new CountDownLatch(1);

		private final CountDownLatch settled = new CountDownLatch(1);

		private Owed(int number) {
			this.number = number;
		}

		private boolean concerns(int mail) {
			if (mail != this.number) {
				return false;
			}
			this.reached.countDown();
			await(this.settled);
			return true;
		}

		/** Waits until the mail has come. */
		public void await() {
			await(this.reached);
		}

		/** Lets the connection break without an answer. */
		public void settle() {
			this.settled.countDown();
		}

		private static void await(CountDownLatch latch) {
			try {
				if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
					throw new IllegalStateException("nothing has come, or nobody has settled it");
				}
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
