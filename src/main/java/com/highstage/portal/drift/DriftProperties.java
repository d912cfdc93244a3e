package com.highstage.portal.drift;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes to finished connections are told.
 *
 * @param gather how long to wait for more of them before they are told in one mail
 * @param quiet how long Highstage's word alone does not lead to another mail about what
 * was told and seemed to be mended
 * @param pause how long more of the same kind waits at least after a mail about it, as
 * where mailbox after mailbox is found
 */
@ConfigurationProperties("portal.drift")
public record DriftProperties(@DefaultValue("1m") Duration gather, @DefaultValue("24h") Duration quiet,
		@DefaultValue("1h") Duration pause) {

}
