package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.Cloud;

class MailPropertiesTests {

	@ParameterizedTest
	@CsvSource({ "GLOBAL, IMAP, outlook.office365.com, 993", "GLOBAL, POP, outlook.office365.com, 995",
			"GLOBAL, SMTP, smtp.office365.com, 587", "GCC_HIGH, SMTP, smtp.office365.us, 587",
			"CHINA, IMAP, partner.outlook.cn, 993" })
	void theCloudSelectsTheServers(Cloud cloud, MailPermission protocol, String host, int port) {
		MailProperties properties = new MailProperties(null, null, null, null, Duration.ofSeconds(1));
		Assertions.assertThat(properties.server(protocol, cloud)).isEqualTo(new ServerAddress(host, port));
	}

	@ParameterizedTest
	@CsvSource({ "IMAP, a", "POP, b", "SMTP, c" })
	void eachServerCanBeAnother(MailPermission protocol, String host) {
		MailProperties properties = new MailProperties(new ServerAddress("a", 1), new ServerAddress("b", 1),
				new ServerAddress("c", 1), null, Duration.ofSeconds(1));
		Assertions.assertThat(properties.server(protocol, Cloud.GLOBAL)).isEqualTo(new ServerAddress(host, 1));
	}

	@Test
	void anAddressIsHostAndPort() {
		Assertions.assertThat(ServerAddress.valueOf(" localhost:9993 "))
			.isEqualTo(new ServerAddress("localhost", 9993));
		Assertions.assertThat(ServerAddress.valueOf("[::1]:995")).isEqualTo(new ServerAddress("::1", 995));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:", ":993", "localhost:0", "localhost:70000", "::1:993",
			"imaps://localhost:993", "a b:993" })
	void anythingElseIsNoAddress(String text) {
		Assertions.assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.valueOf(text));
	}

	@Test
	void aTrustThatIsMissingOrEmptyIsNoticedAtStart(@TempDir Path directory) throws IOException {
		Path empty = Files.createFile(directory.resolve("empty.pem"));
		for (Path file : new Path[] { empty, directory.resolve("missing.pem") }) {
			MailProperties properties = new MailProperties(null, null, null, file, Duration.ofSeconds(1));
			Assertions.assertThatIllegalStateException()
				.isThrownBy(() -> new MailTrust(properties))
				.withMessageContaining("portal.microsoft.mail-trust");
		}
	}

}
