package com.highstage.portal.microsoft.mail;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What one login may use of the network, time and bytes, and how the connection ended.
 * The time counts down whatever the server does: one that sends a byte now and then would
 * keep a plain time-out waiting for ever.
 */
final class Wire {

	private static final long MOST_BYTES = 256 * 1024;

	private volatile long end;

	private volatile long left = MOST_BYTES;

	private volatile @Nullable IOException problem;

	Wire(Duration atMost) {
		this.end = System.nanoTime() + atMost.toNanos();
	}

	/**
	 * Leaves little time to say goodbye: the outcome is known.
	 * @param atMost how much
	 */
	void hurry(Duration atMost) {
		this.end = Math.min(this.end, System.nanoTime() + atMost.toNanos());
	}

	/**
	 * How the connection broke.
	 * @return the first problem, if there was one
	 */
	@Nullable IOException problem() {
		return this.problem;
	}

	InputStream watch(Socket socket, InputStream stream) {
		return new Watched(socket, stream);
	}

	private int remainingMillis() throws SocketTimeoutException {
		long millis = (this.end - System.nanoTime()) / 1_000_000;
		if (millis <= 0) {
			throw new SocketTimeoutException("the login took too long");
		}
		return (int) Math.min(millis, Integer.MAX_VALUE);
	}

	private IOException noted(IOException ex) {
		if (this.problem == null) {
			this.problem = ex;
		}
		return ex;
	}

	private final class Watched extends FilterInputStream {

		private final Socket socket;

		Watched(Socket socket, InputStream stream) {
			super(stream);
			this.socket = socket;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			try {
				this.socket.setSoTimeout(remainingMillis());
				int count = super.read(bytes, offset, length);
				Wire.this.left -= count;
				if (Wire.this.left < 0) {
					throw new AnswerTooLongException();
				}
				if (count < 0) {
					noted(new EOFException("closed by the server"));
				}
				return count;
			}
			catch (IOException ex) {
				throw noted(ex);
			}
		}

	}

	/**
	 * The server sends more than a login can need.
	 */
	static final class AnswerTooLongException extends IOException {

		private static final long serialVersionUID = 1L;

		AnswerTooLongException() {
			super("the server sends too much");
		}

	}

}
