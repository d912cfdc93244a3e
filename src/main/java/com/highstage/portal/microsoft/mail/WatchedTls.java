package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Puts TLS on a connection: modern versions only, and the certificate must be the host's.
 * The mail library only asks for TLS on a connection that exists.
 */
final class WatchedTls extends SSLSocketFactory {

	private final SSLSocketFactory sockets;

	private final Wire wire;

	private volatile boolean used;

	WatchedTls(SSLSocketFactory sockets, Wire wire) {
		this.sockets = sockets;
		this.wire = wire;
	}

	/**
	 * Whether the connection got as far as TLS.
	 * @return true if TLS was begun
	 */
	boolean isUsed() {
		return this.used;
	}

	@Override
	public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
		this.used = true;
		Socket below = (socket instanceof WatchedSocket) ? socket : new WatchedSocket(socket, this.wire);
		SSLSocket tls = (SSLSocket) this.sockets.createSocket(below, host, port, autoClose);
		SSLParameters parameters = tls.getSSLParameters();
		parameters.setProtocols(new String[] { "TLSv1.3", "TLSv1.2" });
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		tls.setSSLParameters(parameters);
		return tls;
	}

	@Override
	public String[] getDefaultCipherSuites() {
		return this.sockets.getDefaultCipherSuites();
	}

	@Override
	public String[] getSupportedCipherSuites() {
		return this.sockets.getSupportedCipherSuites();
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
