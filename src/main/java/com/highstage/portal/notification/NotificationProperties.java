package com.highstage.portal.notification;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portal's mails. The mail server itself is Spring Boot's {@code spring.mail}.
 *
 * @param from the address that mails come from; needed where {@code spring.mail.host} is
 * set
 * @param fromName the name beside that address
 * @param replyTo the address that answers go to, if another one
 * @param operators the address of those who run the portal
 * @param firstWait how long to wait before a mail is tried a second time that the mail
 * server did not take; twice as long each time after that
 * @param keepTrying how long a mail is tried again that the mail server does not take
 * @param kept how long it is remembered what became of a mail; its words are erased at
 * once
 */
@ConfigurationProperties("portal.notification")
public record NotificationProperties(@Nullable MailAddress from, @DefaultValue("Highstage Portal") String fromName,
		@Nullable MailAddress replyTo, @Nullable MailAddress operators, @DefaultValue("1m") Duration firstWait,
		@DefaultValue("72h") Duration keepTrying, @DefaultValue("90d") Duration kept) {

}
