package com.highstage.portal.simulator.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.http.Certificate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Microsoft's own clients from npm meet the simulator.
 */
class MicrosoftClientsTests {

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	@TempDir
	private Path directory;

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	@Test
	void msalForNodeIsServed() throws IOException {
		passes("msal.test.mjs");
	}

	@Test
	void theGraphClientMakesTheCallsOfTheJourney() throws IOException {
		passes("graph.test.mjs");
	}

	private void passes(String file) throws IOException {
		Path authority = write("authority.pem", new Browser(this.microsoft365).get("/control/certificate.pem").body());
		Certificate certificate = Certificate.selfSigned("highstage");
		String thumbprint = X509CertUtils.computeSHA256Thumbprint(certificate.certificate()).toString();
		Programs.Outcome outcome = NodePackages.test(file,
				Map.of("SIMULATOR", "https://localhost:" + this.microsoft365.port(), "NODE_EXTRA_CA_CERTS",
						authority.toString(), "CLIENT_CERTIFICATE",
						write("certificate.pem", certificate.pem()).toString(), "CLIENT_KEY",
						write("key.pem", certificate.keyPem()).toString(), "CLIENT_THUMBPRINT",
						HexFormat.of().formatHex(new Base64URL(thumbprint).decode())));
		assertThat(outcome.status()).as(outcome.output()).isZero();
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(this.directory.resolve(name), text);
	}

}
