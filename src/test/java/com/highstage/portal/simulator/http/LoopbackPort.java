package com.highstage.portal.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An open port on the loopback address, with a virtual thread per connection.
 */
public final class LoopbackPort implements AutoCloseable {

	private final ServerSocket server;

	private final Service service;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private LoopbackPort(ServerSocket server, Service service) {
		this.server = server;
		this.service = service;
	}

	/**
	 * Listens on the loopback address.
	 * @param port the port, 0 for any
	 * @param service what serves a connection
	 * @return the open port
	 */
	public static LoopbackPort open(int port, Service service) {
		try {
			ServerSocket server = new ServerSocket();
			server.setReuseAddress(true);
			server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
			LoopbackPort opened = new LoopbackPort(server, service);
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
			this.service.serve(connection);
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

	/**
	 * Serves connections.
	 */
	@FunctionalInterface
	public interface Service {

		/**
		 * Serves one connection, which is closed afterwards.
		 * @param connection the connection
		 * @throws IOException if the client goes away
		 */
		void serve(Socket connection) throws IOException;

	}

}
