package com.highstage.portal.microsoft.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;

import javax.net.ssl.SSLSocket;

/**
 * A socket that is encrypted from the beginning, and listens to what the server says: the
 * mail library loses some of it.
 */
final class TlsSocket extends FacadeSocket {

	private final WatchedTls tls;

	private final ServerAddress server;

	private final Transcript transcript;

	TlsSocket(Socket socket, WatchedTls tls, ServerAddress server, Transcript transcript) {
		super(socket);
		this.tls = tls;
		this.server = server;
		this.transcript = transcript;
	}

	@Override
	public void connect(SocketAddress endpoint, int timeout) throws IOException {
		super.connect(endpoint, timeout);
		SSLSocket secured = (SSLSocket) this.tls.createSocket(behind(), this.server.host(), this.server.port(), true);
		replace(secured);
		secured.startHandshake();
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return new FilterInputStream(super.getInputStream()) {
			@Override
			public int read() throws IOException {
				int one = super.read();
				if (one >= 0) {
					TlsSocket.this.transcript.add(new byte[] { (byte) one }, 0, 1);
				}
				return one;
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				int count = super.read(bytes, offset, length);
				TlsSocket.this.transcript.add(bytes, offset, count);
				return count;
			}
		};
	}

}
