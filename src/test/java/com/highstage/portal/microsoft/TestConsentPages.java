package com.highstage.portal.microsoft;

import java.util.UUID;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.vault.Secret;

/**
 * The real addresses of Microsoft's consent pages, for tests without a Spring context.
 */
public final class TestConsentPages {

	private TestConsentPages() {
	}

	/**
	 * Those of the worldwide cloud.
	 * @return the addresses
	 */
	public static ConsentPages worldwide() {
		return new ConsentPages(
				new MicrosoftProperties(Cloud.GLOBAL, null, null, null, UUID.randomUUID(), Secret.of("unused"), true),
				new ConsentPageProperties(ConsentPageProperties.Form.DECLARED));
	}

}
