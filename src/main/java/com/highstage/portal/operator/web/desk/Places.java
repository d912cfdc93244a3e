package com.highstage.portal.operator.web.desk;

/**
 * Places in the audit trail, as they stand in addresses.
 */
final class Places {

	/** After the newest entry. */
	static final long END = Long.MAX_VALUE;

	private Places() {
	}

	/**
	 * Reads a place that came from outside.
	 * @param text what came
	 * @return the place; {@link #END} if it is none
	 */
	static long parse(String text) {
		try {
			return Math.max(0, Long.parseLong(text));
		}
		catch (NumberFormatException ex) {
			return END;
		}
	}

}
