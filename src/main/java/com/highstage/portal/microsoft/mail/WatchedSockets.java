package com.highstage.portal.microsoft.mail;

import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Makes the sockets that a connection begins with; the mail library only asks for
 * unconnected ones.
 */
final class WatchedSockets extends SocketFactory {

	private final Wire wire;

	WatchedSockets(Wire wire) {
		this.wire = wire;
	}

	@Override
	public Socket createSocket() {
		return new WatchedSocket(new Socket(), this.wire);
	}

	@Override
	public Socket createSocket(String host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
		throw new UnsupportedOperationException();
	}

}
