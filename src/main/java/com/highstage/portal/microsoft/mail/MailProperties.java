package com.highstage.portal.microsoft.mail;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.Cloud;

/**
 * Where mailboxes are logged in to.
 *
 * @param imap overrides host and port of IMAP with TLS, as {@code host:port}
 * @param pop overrides host and port of POP with TLS, as {@code host:port}
 * @param smtp overrides host and port of SMTP submission with STARTTLS, as
 * {@code host:port}
 * @param mailTrust a file with certificates (PEM) that are trusted at the mail servers in
 * addition to Java's own, for example of a firewall that looks into connections
 * @param mailTimeout how long a login may take, whatever the server does
 */
@ConfigurationProperties("portal.microsoft")
record MailProperties(@Nullable ServerAddress imap, @Nullable ServerAddress pop, @Nullable ServerAddress smtp,
		@Nullable Path mailTrust, @DefaultValue("25s") Duration mailTimeout) {

	private static final int IMAPS = 993;

	private static final int POP3S = 995;

	private static final int SUBMISSION = 587;

	ServerAddress server(MailPermission protocol, Cloud cloud) {
		return switch (protocol) {
			case IMAP -> (this.imap != null) ? this.imap : new ServerAddress(cloud.outlook().getHost(), IMAPS);
			case POP -> (this.pop != null) ? this.pop : new ServerAddress(cloud.outlook().getHost(), POP3S);
			case SMTP -> (this.smtp != null) ? this.smtp : new ServerAddress(cloud.smtpHost(), SUBMISSION);
		};
	}

}
