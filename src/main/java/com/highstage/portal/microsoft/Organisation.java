package com.highstage.portal.microsoft;

import java.util.List;

import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * An organisation as Microsoft describes it.
 *
 * @param id its id
 * @param name its display name
 * @param verifiedDomains its domains, the default one first
 */
public record Organisation(TenantId id, PlainName name, List<String> verifiedDomains) {

	public Organisation {
		verifiedDomains = List.copyOf(verifiedDomains);
	}

}
