package com.highstage.portal.simulator.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection, line by line, with and without TLS.
 */
final class Lines implements AutoCloseable {

	private static final int LONGEST_LINE = 16 * 1024;

	private static final int LONGEST_SKIPPED = 1024 * 1024;

	/** Who shakes hands is not silent, and may be slow. */
	private static final int HANDSHAKE_MILLIS = 60_000;

	private final Socket raw;

	private Socket connection;

	private InputStream in;

	private OutputStream out;

	Lines(Socket connection, Duration patience) throws IOException {
		this.raw = connection;
		this.connection = connection;
		connection.setSoTimeout(Math.toIntExact(patience.toMillis()));
		this.in = new BufferedInputStream(connection.getInputStream());
		this.out = connection.getOutputStream();
	}

	/**
	 * Goes on with TLS. What was sent before and not yet read is forgotten, so that
	 * nobody can put words into the secure connection.
	 */
	void secure(SSLSocketFactory tls) throws IOException {
		SSLSocket secured = (SSLSocket) tls.createSocket(this.connection, null, true);
		secured.setUseClientMode(false);
		this.in = new BufferedInputStream(secured.getInputStream());
		this.out = secured.getOutputStream();
		this.connection = secured;
		int patience = secured.getSoTimeout();
		secured.setSoTimeout(HANDSHAKE_MILLIS);
		secured.startHandshake();
		secured.setSoTimeout(patience);
	}

	boolean isSecure() {
		return this.connection instanceof SSLSocket;
	}

	Optional<String> read() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				return Optional.empty();
			}
			if (line.size() == LONGEST_LINE) {
				skipLine();
				throw new LineTooLong();
			}
			line.write(next);
		}
		String text = line.toString(StandardCharsets.UTF_8);
		return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
	}

	/**
	 * A connection that is closed before everything was read is reset, and the client
	 * never sees the reply.
	 */
	private void skipLine() throws IOException {
		int skipped = 0;
		for (int next = this.in.read(); next >= 0 && next != '\n' && skipped < LONGEST_SKIPPED; next = this.in.read()) {
			skipped++;
		}
	}

	String literal(int length) throws IOException {
		if (length > LONGEST_SKIPPED) {
			throw new LineTooLong();
		}
		return new String(this.in.readNBytes(length), StandardCharsets.UTF_8);
	}

	void write(String... lines) throws IOException {
		this.out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
		this.out.flush();
	}

	/**
	 * Lets a client see something else than an answer; the connection ends with it.
	 * @param broken what
	 * @param unavailable how the protocol says that it does not work
	 */
	void suffer(Outcome.Broken broken, String unavailable) throws IOException {
		switch (broken.how()) {
			case SILENCE -> silence(broken.hangFor());
			case RESET -> {
				this.raw.setSoLinger(true, 0);
				this.raw.close();
			}
			case GARBAGE -> write("<!DOCTYPE html><html><head><title>Service</title></head>",
					"<body><h1>Our services aren't available right now</h1></body></html>");
			case UNAVAILABLE -> write(unavailable);
			case EMPTY -> {
				// the end of the connection is all there is
			}
		}
	}

	private void silence(Duration time) throws IOException {
		this.connection.setSoTimeout(Math.toIntExact(time.toMillis()));
		try {
			this.in.transferTo(OutputStream.nullOutputStream());
		}
		catch (SocketTimeoutException ex) {
			// the client waited as long as it was meant to
		}
	}

	/**
	 * Ends TLS too, without which clients take the end for an attack.
	 */
	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
