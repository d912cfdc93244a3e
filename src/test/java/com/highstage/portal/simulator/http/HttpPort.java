package com.highstage.portal.simulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A small HTTP/1.1 server on a virtual thread per connection. It exists because it can do
 * what a proper server refuses to: reset a connection, or never answer.
 */
public final class HttpPort implements AutoCloseable {

	private final ServerSocket server;

	private final String scheme;

	private final Function<Request, Answer> handler;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private HttpPort(ServerSocket server, String scheme, Function<Request, Answer> handler) {
		this.server = server;
		this.scheme = scheme;
		this.handler = handler;
	}

	/**
	 * Listens on the loopback addresses.
	 * @param server an unbound socket
	 * @param scheme {@code http} or {@code https}
	 * @param port the port, 0 for any
	 * @param handler what answers
	 * @return the open port
	 */
	public static HttpPort open(ServerSocket server, String scheme, int port, Function<Request, Answer> handler) {
		try {
			server.setReuseAddress(true);
			server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Port " + port + " of the simulator cannot be opened", ex);
		}
		HttpPort opened = new HttpPort(server, scheme, handler);
		Thread.ofPlatform().daemon(true).name("simulator-" + scheme).start(opened::acceptAll);
		return opened;
	}

	public int number() {
		return this.server.getLocalPort();
	}

	private void acceptAll() {
		while (!this.server.isClosed()) {
			try {
				Socket connection = this.server.accept();
				this.connections.add(connection);
				Thread.ofVirtual().start(() -> serve(connection));
			}
			catch (IOException ex) {
				// closed, or a client that went away before it was accepted
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			connection.setTcpNoDelay(true);
			BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
			boolean open = true;
			while (open) {
				Optional<Request> request = Wire.read(in, connection.getOutputStream(), this.scheme);
				open = request.isPresent() && answer(connection, request.get());
			}
		}
		catch (IOException ex) {
			// the client went away
		}
		finally {
			this.connections.remove(connection);
		}
	}

	private boolean answer(Socket connection, Request request) throws IOException {
		Answer answer = this.handler.apply(request);
		if (answer.reset()) {
			connection.setSoLinger(true, 0);
			return false;
		}
		if (answer.hangFor() != null) {
			hang(answer.hangFor());
			return false;
		}
		boolean keep = !"close".equalsIgnoreCase(request.header("connection").orElse(""));
		Wire.write(answer, keep, request.method().equals("HEAD"), connection.getOutputStream());
		return keep;
	}

	private void hang(Duration time) throws IOException {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
