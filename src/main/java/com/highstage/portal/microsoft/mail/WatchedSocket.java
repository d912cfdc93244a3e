package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * A socket whose reading is watched by a {@link Wire}.
 */
final class WatchedSocket extends FacadeSocket {

	private final Wire wire;

	WatchedSocket(Socket socket, Wire wire) {
		super(socket);
		this.wire = wire;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return this.wire.watch(behind(), super.getInputStream());
	}

}
