package com.highstage.portal.microsoft.http;

import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;

/**
 * Notes a call that did not succeed in the log: codes and ids, never Microsoft's own
 * words, which may name people.
 */
public final class FailedCall {

	private static final Logger LOG = LoggerFactory.getLogger(FailedCall.class);

	private FailedCall() {
	}

	/**
	 * Makes an exception of a failure.
	 * @param exchange the call
	 * @param failure why it failed
	 * @param expected failures that are nothing to worry about
	 * @return the exception to throw
	 */
	public static MicrosoftException of(Exchange exchange, Failure failure, Predicate<Failure> expected) {
		LOG.atLevel(expected.test(failure) ? Level.DEBUG : Level.WARN)
			.log("{} failed: {} {} {} {} request-id {} client-request-id {}", exchange.name(), failure.kind(),
					failure.status(), failure.code(), failure.details(), failure.reference(),
					exchange.clientRequestId());
		return new MicrosoftException(failure);
	}

}
