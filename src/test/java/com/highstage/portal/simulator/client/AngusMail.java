package com.highstage.portal.simulator.client;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Properties;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import com.nimbusds.jose.util.X509CertUtils;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;

import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Angus Mail as an application uses it that reads mail from Exchange Online.
 */
final class AngusMail {

	private final Microsoft365Simulator microsoft365;

	private final Properties properties = new Properties();

	AngusMail(Microsoft365Simulator microsoft365) {
		this.microsoft365 = microsoft365;
		SSLSocketFactory tls = trusting(new Browser(microsoft365).get("/control/certificate.pem").body());
		for (String protocol : new String[] { "imaps", "pop3s", "smtp" }) {
			this.properties.put("mail." + protocol + ".auth.mechanisms", "XOAUTH2");
			this.properties.put("mail." + protocol + ".ssl.socketFactory", tls);
			this.properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
			this.properties.put("mail." + protocol + ".connectiontimeout", "60000");
			this.properties.put("mail." + protocol + ".timeout", "60000");
		}
		this.properties.put("mail.pop3s.auth.xoauth2.two.line.authentication.format", "true");
		this.properties.put("mail.smtp.auth", "true");
		this.properties.put("mail.smtp.starttls.enable", "true");
		this.properties.put("mail.smtp.starttls.required", "true");
	}

	private static SSLSocketFactory trusting(String pem) {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setCertificateEntry("simulator", X509CertUtils.parse(pem));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(store);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context.getSocketFactory();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	AngusMail with(String name, String value) {
		this.properties.put(name, value);
		return this;
	}

	/**
	 * Logs in and looks at the inbox.
	 * @return how many mails there are
	 */
	int look(String protocol, String mailbox, String token) throws MessagingException {
		int port = protocol.equals("imaps") ? this.microsoft365.imapPort() : this.microsoft365.popPort();
		try (Store store = Session.getInstance(this.properties).getStore(protocol)) {
			store.connect("localhost", port, mailbox, token);
			Folder inbox = store.getFolder("INBOX");
			inbox.open(Folder.READ_ONLY);
			return inbox.getMessageCount();
		}
	}

	void logInToSend(String mailbox, String token) throws MessagingException {
		try (Transport transport = Session.getInstance(this.properties).getTransport("smtp")) {
			transport.connect("localhost", this.microsoft365.smtpPort(), mailbox, token);
		}
	}

}
