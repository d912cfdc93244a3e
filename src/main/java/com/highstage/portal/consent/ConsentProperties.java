package com.highstage.portal.consent;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consent on Microsoft's pages behaves.
 *
 * @param returnWithin how long somebody may take on Microsoft's page
 * @param linkValidFor how long a colleague can use a link
 */
@ConfigurationProperties("portal.consent")
record ConsentProperties(@DefaultValue("7d") Duration returnWithin, @DefaultValue("14d") Duration linkValidFor) {

}
