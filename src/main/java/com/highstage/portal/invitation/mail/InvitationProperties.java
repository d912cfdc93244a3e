package com.highstage.portal.invitation.mail;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mails that people let the portal send.
 *
 * @param mailsPerHour how many mails one person may have sent within an hour
 * @param confirmWithin how long the link that confirms a contact address can be used
 */
@ConfigurationProperties("portal.invitation")
record InvitationProperties(@DefaultValue("20") int mailsPerHour, @DefaultValue("14d") Duration confirmWithin) {

}
