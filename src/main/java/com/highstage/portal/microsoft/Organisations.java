package com.highstage.portal.microsoft;

/**
 * The signed-in person's organisation.
 */
public interface Organisations {

	/**
	 * Looks the organisation up ({@code GET /organization}); {@code User.Read} suffices.
	 * @param delegation whose authority
	 * @return name and domains
	 * @throws MicrosoftException if Microsoft did not answer so
	 */
	Organisation find(Delegation delegation);

}
