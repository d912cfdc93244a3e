package com.highstage.portal.metrics.duty;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When operators should look.
 *
 * @param mailWaits how long a mail may wait for the mail server before the health group
 * {@code duties} wants attention
 * @param taskWaits how long a task of the background work may wait for a worker before
 * the health group {@code duties} wants attention
 */
@ConfigurationProperties("portal.duties")
record DutyProperties(@DefaultValue("1h") Duration mailWaits, @DefaultValue("5m") Duration taskWaits) {

}
