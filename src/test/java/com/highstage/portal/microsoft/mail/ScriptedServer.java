package com.highstage.portal.microsoft.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLSocket;

import com.highstage.portal.simulator.http.Certificate;

/**
 * A mail server that says what a test wants it to, well-behaved or not.
 */
final class ScriptedServer implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final ServerSocket listening;

	private ScriptedServer(ServerSocket listening, Script script) {
		this.listening = listening;
		this.threads.execute(() -> {
			while (!listening.isClosed()) {
				try {
					Socket socket = listening.accept();
					this.threads.execute(() -> hold(socket, script));
				}
				catch (IOException ex) {
					return;
				}
			}
		});
	}

	static ScriptedServer plain(Script script) throws IOException {
		return new ScriptedServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), script);
	}

	static ScriptedServer secured(Certificate certificate, Script script) throws IOException {
		return new ScriptedServer(certificate.context()
			.getServerSocketFactory()
			.createServerSocket(0, 10, InetAddress.getLoopbackAddress()), script);
	}

	ServerAddress address() {
		return new ServerAddress("localhost", this.listening.getLocalPort());
	}

	/**
	 * What clients said.
	 * @return the lines
	 */
	List<String> heard() {
		return List.copyOf(this.heard);
	}

	private void hold(Socket socket, Script script) {
		try (socket) {
			script.play(new Conversation(socket));
		}
		catch (IOException ex) {
			this.heard.add("(" + ex.getClass().getSimpleName() + ")");
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		this.threads.shutdownNow();
	}

	/**
	 * What happens on one connection.
	 */
	@FunctionalInterface
	interface Script {

		void play(Conversation conversation) throws IOException;

	}

	/**
	 * One connection.
	 */
	final class Conversation {

		private final Socket socket;

		private BufferedReader reader;

		private OutputStream stream;

		Conversation(Socket socket) throws IOException {
			this.socket = socket;
			this.reader = reader(socket);
			this.stream = socket.getOutputStream();
		}

		private static BufferedReader reader(Socket socket) throws IOException {
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
		}

		/**
		 * Puts TLS on the connection.
		 * @param certificate the server's certificate
		 */
		void secure(Certificate certificate) throws IOException {
			SSLSocket secured = (SSLSocket) certificate.context()
				.getSocketFactory()
				.createSocket(this.socket, null, this.socket.getPort(), true);
			secured.setUseClientMode(false);
			this.reader = reader(secured);
			this.stream = secured.getOutputStream();
		}

		void say(String... lines) throws IOException {
			for (String line : lines) {
				this.stream.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			}
			this.stream.flush();
		}

		void drip(String text) throws IOException {
			this.stream.write(text.getBytes(StandardCharsets.ISO_8859_1));
			this.stream.flush();
		}

		/**
		 * Listens to one line.
		 * @return the line, empty at the end
		 */
		String hear() throws IOException {
			String line = this.reader.readLine();
			if (line != null) {
				ScriptedServer.this.heard.add(line);
			}
			return (line != null) ? line : "";
		}

		/**
		 * Answers an IMAP command with its tag.
		 * @param reply the reply without tag
		 * @param untagged what to say before
		 */
		void answer(String reply, String... untagged) throws IOException {
			String tag = hear().split(" ")[0];
			say(untagged);
			say(tag + " " + reply);
		}

		/**
		 * Asks for the rest of an IMAP command, then answers it.
		 * @param reply the reply without tag
		 */
		void askAndAnswer(String reply) throws IOException {
			String tag = hear().split(" ")[0];
			say("+ ");
			hear();
			say(tag + " " + reply);
		}

		void wasteTime() throws IOException {
			while (!hear().isEmpty()) {
				// says nothing until the client gives up
			}
		}

	}

}
