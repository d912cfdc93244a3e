package com.highstage.portal.metrics;

import io.micrometer.core.instrument.Tags;

/**
 * The figures as they were read last: a few seconds old at most, however often and by
 * however many they are asked for.
 */
public interface Readings {

	/** For how many seconds the oldest mail waits for the mail server. */
	String OLDEST_MAIL = "portal.mails.oldest.waiting";

	/** For how many seconds the oldest task of the background work waits. */
	String OLDEST_TASK = "portal.tasks.oldest.due";

	/**
	 * One number.
	 * @param series the figure's name
	 * @param labels its labels
	 * @return the number; not a number if there is none, or if it could not be read
	 */
	double value(String series, Tags labels);

}
