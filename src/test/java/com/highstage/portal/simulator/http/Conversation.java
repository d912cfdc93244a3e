package com.highstage.portal.simulator.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What is said on one connection.
 */
final class Conversation {

	private static final int TLS_HANDSHAKE = 0x16;

	private final Socket connection;

	private final SSLSocketFactory tls;

	private final Function<Request, Answer> handler;

	Conversation(Socket connection, SSLSocketFactory tls, Function<Request, Answer> handler) {
		this.connection = connection;
		this.tls = tls;
		this.handler = handler;
	}

	void hold() throws IOException {
		int first = this.connection.getInputStream().read();
		if (first < 0) {
			return;
		}
		InputStream start = new ByteArrayInputStream(new byte[] { (byte) first });
		if (first == TLS_HANDSHAKE) {
			SSLSocket secure = (SSLSocket) this.tls.createSocket(this.connection, start, true);
			secure.setUseClientMode(false);
			talk("https", new BufferedInputStream(secure.getInputStream()), secure.getOutputStream());
		}
		else {
			talk("http", new BufferedInputStream(new SequenceInputStream(start, this.connection.getInputStream())),
					this.connection.getOutputStream());
		}
	}

	private void talk(String scheme, InputStream in, OutputStream out) throws IOException {
		boolean open = true;
		while (open) {
			Optional<Request> request = Wire.read(in, out, scheme);
			if (request.filter((one) -> one.method().equals("CONNECT")).isPresent()) {
				out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				out.flush();
				hold();
				return;
			}
			open = request.isPresent() && answer(request.get(), out);
		}
	}

	private boolean answer(Request request, OutputStream out) throws IOException {
		Answer answer = handle(request);
		if (answer.reset()) {
			this.connection.setSoLinger(true, 0);
			this.connection.close();
			return false;
		}
		if (answer.hangFor() != null) {
			hang(answer.hangFor());
			return false;
		}
		boolean keep = !"close".equalsIgnoreCase(request.header("connection").orElse(""));
		Wire.write(answer, keep, request.method().equals("HEAD"), out);
		return keep;
	}

	private Answer handle(Request request) {
		try {
			return this.handler.apply(request);
		}
		catch (RuntimeException ex) {
			System.getLogger("simulator").log(System.Logger.Level.ERROR, request.method() + " " + request.path(), ex);
			return Answer.of(500, "text/plain; charset=utf-8", "The simulator itself failed: " + ex);
		}
	}

	private static void hang(Duration time) throws IOException {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
