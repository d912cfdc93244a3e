package com.highstage.portal.reader;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import tools.jackson.databind.json.JsonMapper;

/**
 * Microsoft 365 as somebody knows it who reads mail.
 *
 * @param login where tokens are
 * @param imapPort where mail is
 * @param http asks for tokens
 */
public record Microsoft(String login, int imapPort, HttpClient http) {

	private static final String MAIL = "https://outlook.office365.com";

	/**
	 * Microsoft 365 as a simulator stands for it.
	 * @param login where tokens are
	 * @param imapPort where mail is
	 */
	public Microsoft(String login, int imapPort) {
		this(login, imapPort, HttpClient.newHttpClient());
	}

	/**
	 * Asks for a token.
	 * @param tenant whose
	 * @param client the application
	 * @param secret its secret
	 * @param resource what it is for
	 * @return the token; empty if Microsoft refuses
	 */
	String token(String tenant, String client, String secret, String resource) {
		String form = Map
			.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret, "scope",
					resource + "/.default")
			.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.login + "/" + tenant + "/oauth2/v2.0/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
		return JsonMapper.shared().readTree(send(this.http, request).body()).path("access_token").asString("");
	}

	private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
		try {
			return http.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			// Microsoft is there all the time
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Logs in to a mailbox over IMAP.
	 * @param tenant the organisation
	 * @param client the application
	 * @param secret its secret
	 * @param mailbox the mailbox
	 * @return whether the mailbox opens
	 */
	public boolean logsIn(String tenant, String client, String secret, String mailbox) {
		String token = token(tenant, client, secret, MAIL);
		if (token.isEmpty()) {
			return false;
		}
		Properties properties = new Properties();
		properties.put("mail.imaps.auth.mechanisms", "XOAUTH2");
		properties.put("mail.imaps.ssl.trust", "*");
		properties.put("mail.imaps.ssl.checkserveridentity", "false");
		try (Store store = Session.getInstance(properties).getStore("imaps")) {
			store.connect("localhost", this.imapPort, mailbox, token);
			return store.getFolder("INBOX").exists();
		}
		catch (MessagingException ex) {
			return false;
		}
	}

}
