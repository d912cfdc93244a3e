package com.highstage.portal.microsoft.http;

/**
 * Calls in the states that tests need.
 */
public final class Exchanges {

	private Exchanges() {
	}

	public static Exchange answered(Effect effect, int status) {
		Exchange exchange = new Exchange("call", effect);
		exchange.sending();
		exchange.answered(status, null, null);
		return exchange;
	}

}
