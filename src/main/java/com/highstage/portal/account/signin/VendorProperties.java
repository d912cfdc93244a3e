package com.highstage.portal.account.signin;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import com.highstage.portal.account.VendorOrganisation;
import com.highstage.portal.tenant.TenantId;

/**
 * Highstage's own Microsoft organisation.
 *
 * @param tenantId its id; without it nobody is an operator
 */
@ConfigurationProperties("portal.vendor")
public record VendorProperties(@Nullable UUID tenantId) implements VendorOrganisation {

	@Override
	public boolean is(TenantId tenant) {
		return tenant.value().equals(this.tenantId);
	}

}
