package com.highstage.portal.simulator.http;

import java.util.function.Function;

import javax.net.ssl.SSLSocketFactory;

/**
 * A small HTTP/1.1 server on a virtual thread per connection, with and without TLS on the
 * same port, and a proxy that leads every host to itself. It exists because it can do
 * what a proper server refuses to: reset a connection, or never answer.
 */
public final class HttpPort {

	private HttpPort() {
	}

	/**
	 * Listens on the loopback address.
	 * @param port the port, 0 for any
	 * @param certificate what TLS clients are shown
	 * @param handler what answers
	 * @return the open port
	 */
	public static LoopbackPort open(int port, Certificate certificate, Function<Request, Answer> handler) {
		SSLSocketFactory tls = certificate.context().getSocketFactory();
		return LoopbackPort.open(port, (connection) -> new Conversation(connection, tls, handler).hold());
	}

}
