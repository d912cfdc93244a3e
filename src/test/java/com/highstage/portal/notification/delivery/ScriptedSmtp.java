package com.highstage.portal.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server that answers what a test tells it, one connection after the other.
 */
final class ScriptedSmtp implements AutoCloseable {

	/** Instead of an answer: the connection breaks. */
	static final String BREAK = "break";

	private static final Map<String, String> USUAL = Map.of("EHLO", "250 here", "MAIL", "250 ok", "RCPT", "250 ok",
			"DATA", "354 go on", ".", "250 2.0.0 queued as 4711", "QUIT", "221 bye");

	private final Map<String, String> answers = new ConcurrentHashMap<>(USUAL);

	private final List<String> mails = new CopyOnWriteArrayList<>();

	private final ServerSocket socket;

	ScriptedSmtp() throws IOException {
		this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		Thread.ofPlatform().daemon().name("scripted-smtp").start(this::serve);
	}

	/**
	 * Changes an answer.
	 * @param command the command's first word; a dot for the end of a mail
	 * @param answer the answer, or {@link #BREAK}
	 * @return this
	 */
	ScriptedSmtp answer(String command, String answer) {
		this.answers.put(command, answer);
		return this;
	}

	/**
	 * What was handed over to the very end, whatever was answered then.
	 * @return the mails as they came
	 */
	List<String> mails() {
		return List.copyOf(this.mails);
	}

	JavaMailSenderImpl settings() {
		JavaMailSenderImpl settings = new JavaMailSenderImpl();
		settings.setProtocol("smtp");
		settings.setHost(this.socket.getInetAddress().getHostAddress());
		settings.setPort(this.socket.getLocalPort());
		return settings;
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				talk(connection);
			}
			catch (SocketException ex) {
				// the other side is gone, or the test is over
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void talk(Socket connection) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
		say(connection, "220 scripted");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
			String answer = this.answers.getOrDefault(command, "502 what?");
			if (answer.startsWith("354")) {
				say(connection, answer);
				this.mails.add(mail(in));
				answer = this.answers.getOrDefault(".", "");
			}
			if (answer.equals(BREAK)) {
				return;
			}
			say(connection, answer);
		}
	}

	private static String mail(BufferedReader in) throws IOException {
		StringBuilder mail = new StringBuilder();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			// a dot before a dot was added for the way (RFC 5321, 4.5.2)
			mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
		}
		return mail.toString();
	}

	private static void say(Socket connection, String answer) throws IOException {
		connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		connection.getOutputStream().flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
