package com.highstage.portal.invitation.customer;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Invitations of customers.
 *
 * @param validFor how long the link of an invitation can be used unless the operator says
 * otherwise
 */
@ConfigurationProperties("portal.invitation.customer")
public record CustomerProperties(@DefaultValue("30d") Duration validFor) {

}
