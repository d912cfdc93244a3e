package com.highstage.portal.simulator.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A client that says just what it is told, and shows each line that comes back.
 */
final class MailClient implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 60_000;

	private final X509Certificate trusted;

	private Socket connection;

	private BufferedReader in;

	MailClient(int port, X509Certificate trusted) throws IOException {
		this.trusted = trusted;
		this.connection = new Socket("localhost", port);
		this.connection.setSoTimeout(PATIENCE_MILLIS);
		this.in = reader();
	}

	MailClient secure() throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("simulator", this.trusted);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		SSLSocketFactory tls = context.getSocketFactory();
		this.connection = tls.createSocket(this.connection, "localhost", this.connection.getPort(), true);
		this.in = reader();
		return this;
	}

	private BufferedReader reader() throws IOException {
		return new BufferedReader(new InputStreamReader(this.connection.getInputStream(), StandardCharsets.UTF_8));
	}

	String hear() throws IOException {
		String line = this.in.readLine();
		return (line != null) ? line : "(end)";
	}

	String ask(String line) throws IOException {
		tell(line);
		return hear();
	}

	void tell(String line) throws IOException {
		this.connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
		this.connection.getOutputStream().flush();
	}

	/**
	 * Asks and hears up to a line that begins so.
	 */
	List<String> askUntil(String line, String start) throws IOException {
		tell(line);
		List<String> heard = new ArrayList<>();
		do {
			heard.add(hear());
		}
		while (!last(heard.getLast(), start));
		return heard;
	}

	/**
	 * POP ends with a single dot, and may have more of them at the start of a line.
	 */
	private static boolean last(String line, String start) {
		return line.equals("(end)") || (start.equals(".") ? line.equals(".") : line.startsWith(start));
	}

	static String xoauth2(String user, String token) {
		return base64("user=" + user + "\1auth=Bearer " + token + "\1\1");
	}

	static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
