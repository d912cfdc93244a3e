package com.highstage.portal.microsoft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which form of Microsoft's consent page is used for the customer's application.
 *
 * @param form by scope, or all that the application declares
 */
@ConfigurationProperties("portal.microsoft.consent-page")
record ConsentPageProperties(@DefaultValue("declared") Form form) {

	enum Form {

		/** The older address, which covers all that the application declares. */
		DECLARED,

		/** The newer address, with the scopes of the chosen protocols. */
		SCOPED

	}

}
