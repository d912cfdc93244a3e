package com.highstage.portal.account.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one visitor may ask for in a minute. Generous: a whole company often has one
 * address.
 *
 * @param pages requests of one address, files not counted
 * @param signIns beginnings and ends of sign-ins of one address
 * @param links openings of one link, and of any links by one address: mail scanners open
 * the same link dozens of times at once, and nobody is to wait for them
 * @param asks requests for a new link by one address, and with one link
 * @param heavy what one address asks of the desk that takes long: files out and in, the
 * audit trail's verification
 */
@ConfigurationProperties("portal.limits")
record LimitProperties(@DefaultValue("1200") int pages, @DefaultValue("240") int signIns,
		@DefaultValue("240") int links, @DefaultValue("10") int asks, @DefaultValue("30") int heavy) {

}
