package com.highstage.portal.microsoft.mail;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;

import javax.net.SocketFactory;

/**
 * Makes the sockets that a connection begins with; the mail library only asks for
 * unconnected ones.
 */
final class LineSockets extends SocketFactory {

	private final Supplier<Socket> sockets;

	LineSockets(Supplier<Socket> sockets) {
		this.sockets = sockets;
	}

	@Override
	public Socket createSocket() {
		return this.sockets.get();
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
