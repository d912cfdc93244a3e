package com.highstage.portal.settings;

/**
 * A setting that is missing or wrong.
 *
 * @param name the property's name
 * @param meaning what it is for or what is wrong with it
 */
record Unusable(String name, String meaning) {

	/**
	 * The same setting as an environment variable.
	 * @return such as {@code PORTAL_MICROSOFT_CLIENTID}
	 */
	String variable() {
		return this.name.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
	}

}
