package com.highstage.portal.microsoft.graph;

/**
 * Alternate keys in addresses.
 */
final class ODataKeys {

	private ODataKeys() {
	}

	/**
	 * Doubles single quotes (OData 4.01 URL conventions, section 5.1.1.6.2); the library
	 * encodes the value for the address, but puts it between quotes as it is.
	 * @param value the key's value
	 * @return the value to give to the library
	 */
	static String quoted(String value) {
		return value.replace("'", "''");
	}

}
