package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose certificates are trusted at the mail servers: those that Java trusts, and those
 * of the setting.
 */
@Component
class MailTrust {

	private final SSLSocketFactory sockets;

	MailTrust(MailProperties properties) {
		Path more = properties.mailTrust();
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, managers((more != null) ? together(more) : null), null);
			this.sockets = context.getSocketFactory();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("portal.microsoft.mail-trust is not a file with certificates", ex);
		}
	}

	SSLSocketFactory sockets() {
		return this.sockets;
	}

	private static KeyStore together(Path more) throws GeneralSecurityException, IOException {
		List<Certificate> trusted = new ArrayList<>();
		for (TrustManager manager : managers(null)) {
			if (manager instanceof X509TrustManager own) {
				trusted.addAll(List.<X509Certificate>of(own.getAcceptedIssuers()));
			}
		}
		trusted.addAll(read(more));
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		for (int index = 0; index < trusted.size(); index++) {
			store.setCertificateEntry("trusted-" + index, trusted.get(index));
		}
		return store;
	}

	private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException, IOException {
		try (InputStream stream = Files.newInputStream(file)) {
			Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
				.generateCertificates(stream);
			if (found.isEmpty()) {
				throw new IOException("no certificate in " + file);
			}
			return found;
		}
	}

	private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		return factory.getTrustManagers();
	}

}
