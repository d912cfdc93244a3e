package com.highstage.portal.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import javax.net.ssl.SSLSocketFactory;

/**
 * A small HTTP/1.1 server on a virtual thread per connection, with and without TLS on the
 * same port, and a proxy that leads every host to itself. It exists because it can do
 * what a proper server refuses to: reset a connection, or never answer.
 */
public final class HttpPort implements AutoCloseable {

	private final ServerSocket server;

	private final SSLSocketFactory tls;

	private final Function<Request, Answer> handler;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private HttpPort(ServerSocket server, SSLSocketFactory tls, Function<Request, Answer> handler) {
		this.server = server;
		this.tls = tls;
		this.handler = handler;
	}

	/**
	 * Listens on the loopback address.
	 * @param port the port, 0 for any
	 * @param certificate what TLS clients are shown
	 * @param handler what answers
	 * @return the open port
	 */
	public static HttpPort open(int port, Certificate certificate, Function<Request, Answer> handler) {
		try {
			ServerSocket server = new ServerSocket();
			server.setReuseAddress(true);
			server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
			HttpPort opened = new HttpPort(server, certificate.context().getSocketFactory(), handler);
			Thread.ofPlatform().daemon().name("simulator").start(opened::acceptAll);
			return opened;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Port " + port + " of the simulator cannot be opened", ex);
		}
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
			new Conversation(connection, this.tls, this.handler).hold();
		}
		catch (IOException ex) {
			// the client went away
		}
		finally {
			this.connections.remove(connection);
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
