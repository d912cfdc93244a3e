package com.highstage.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port on which nobody listens yet, and that nobody else is given: a server that is
 * told its port has it for itself however long its start takes, and whoever calls the
 * port before is refused. A port that was only looked for may be an outgoing connection's
 * by then.
 */
public final class ReservedPort implements AutoCloseable {

	private final Socket holder;

	private ReservedPort(Socket holder) {
		this.holder = holder;
	}

	/**
	 * Reserves a port of the loopback address. A server that takes addresses over, as
	 * Java's do, can listen on it all the same.
	 * @return the port, until it is closed
	 */
	public static ReservedPort any() {
		try {
			Socket holder = new Socket();
			holder.setReuseAddress(true);
			holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			return new ReservedPort(holder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int number() {
		return this.holder.getLocalPort();
	}

	@Override
	public void close() {
		try {
			this.holder.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
