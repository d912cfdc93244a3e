package com.highstage.portal.microsoft.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a POP server says, without the challenge in which it may explain a refusal: that
 * is answered with an empty line, after which the server refuses. The mail library would
 * take the challenge for a success.
 */
final class AnsweredChallenges extends FilterInputStream {

	private final InputStream server;

	private final OutputStream answers;

	private boolean challenged;

	AnsweredChallenges(InputStream server, OutputStream answers) {
		super(InputStream.nullInputStream());
		this.server = server;
		this.answers = answers;
	}

	@Override
	public int read() throws IOException {
		fill();
		return super.read();
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		fill();
		return super.read(bytes, offset, length);
	}

	private void fill() throws IOException {
		while (this.in.available() == 0) {
			byte[] line = line();
			if (line.length == 0) {
				return;
			}
			if (isChallenge(line) && this.challenged) {
				this.answers.write(new byte[] { '\r', '\n' });
				this.answers.flush();
			}
			else {
				this.challenged = this.challenged || isChallenge(line);
				this.in = new ByteArrayInputStream(line);
			}
		}
	}

	private byte[] line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int next = this.server.read();
		while (next >= 0) {
			line.write(next);
			next = (next == '\n') ? -1 : this.server.read();
		}
		return line.toByteArray();
	}

	private static boolean isChallenge(byte[] line) {
		String text = new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
		return text.equals("+") || text.startsWith("+ ");
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
