package com.highstage.portal.site;

import java.security.SecureRandom;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Gives each request a short reference that the log carries and an error page shows, so
 * that it can be read out on the phone. It is made here and never read from a request.
 * Listens to the server rather than filters, so that what the server itself logs of a
 * failed request carries it too.
 */
@Component
public class RequestReference implements ServletRequestListener {

	/** Request attribute and key of the log's context. */
	public static final String NAME = "reference";

	private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private static final int LENGTH = 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	@Override
	public void requestInitialized(ServletRequestEvent event) {
		String reference = next();
		event.getServletRequest().setAttribute(NAME, reference);
		MDC.put(NAME, reference);
	}

	@Override
	public void requestDestroyed(ServletRequestEvent event) {
		MDC.remove(NAME);
	}

	/**
	 * Makes a reference, for a request or for a run in the background.
	 * @return two groups of four letters and digits that are not mistaken for each other
	 */
	static String next() {
		return RANDOM.ints(LENGTH, 0, LETTERS.length())
			.collect(StringBuilder::new, (text, index) -> text.append(LETTERS.charAt(index)), StringBuilder::append)
			.insert(LENGTH / 2, '-')
			.toString();
	}

}
