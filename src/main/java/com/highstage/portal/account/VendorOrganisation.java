package com.highstage.portal.account;

import com.highstage.portal.tenant.TenantId;

/**
 * Highstage's own Microsoft organisation.
 */
public interface VendorOrganisation {

	/**
	 * Whether an organisation is Highstage's own.
	 * @param tenant the organisation
	 * @return false also where none is set
	 */
	boolean is(TenantId tenant);

}
