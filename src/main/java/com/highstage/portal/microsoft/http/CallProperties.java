package com.highstage.portal.microsoft.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of each call to Microsoft.
 *
 * @param connectTimeout how long a connection may take to be made
 * @param timeout how long a call may take, connection and answer included
 * @param atOnce how many calls one organisation may have under way at a time
 * @param longestQueue how long a call waits for its turn among its organisation's calls
 * @param largestAnswer the largest answer that is read
 * @param mostPages how many pages of a list are read
 * @param longestRetryAfter the longest wait that an answer may ask for
 */
@ConfigurationProperties("portal.microsoft.calls")
public record CallProperties(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("20s") Duration timeout,
		@DefaultValue("8") int atOnce, @DefaultValue("5s") Duration longestQueue,
		@DefaultValue("4MB") DataSize largestAnswer, @DefaultValue("10") int mostPages,
		@DefaultValue("15m") Duration longestRetryAfter) {

}
