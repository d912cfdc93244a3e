package com.highstage.portal.microsoft.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Exchange Online is administered.
 *
 * @param atOnce how many mailboxes of one organisation are worked on at a time
 */
@ConfigurationProperties("portal.microsoft.exchange")
public record ExchangeProperties(@DefaultValue("6") int atOnce) {

}
