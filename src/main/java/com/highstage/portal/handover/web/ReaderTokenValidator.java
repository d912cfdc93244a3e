package com.highstage.portal.handover.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import com.highstage.portal.account.VendorOrganisation;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.TenantId;

/**
 * Requires that a token was issued by Highstage's own organisation, for the portal, to an
 * application that acts on its own. Signature and time are checked beside it.
 *
 * @param cloud whose tokens
 * @param vendor Highstage's organisation
 * @param audiences what a token may be for
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">Access
 * token claims reference</a>
 */
record ReaderTokenValidator(Cloud cloud, VendorOrganisation vendor,
		Set<String> audiences) implements OAuth2TokenValidator<Jwt> {

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		if (!isVendors(token)) {
			return refused("not of version 2.0 by portal.vendor.tenant-id (tid, iss, ver)");
		}
		if (!isForPortal(token)) {
			return refused("for neither portal.microsoft.client-id nor portal.handover.audience (aud)");
		}
		return isOfAnApplication(token) ? OAuth2TokenValidatorResult.success()
				: refused("not of an application that acts on its own (idtyp, scp, azp, oid, sub)");
	}

	private static OAuth2TokenValidatorResult refused(String why) {
		return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
	}

	private boolean isVendors(Jwt token) {
		try {
			TenantId tenant = TenantId.parse(claim(token, "tid"));
			String issuer = this.cloud.login() + "/" + tenant + "/v2.0";
			return this.vendor.is(tenant) && issuer.equals(claim(token, "iss")) && claim(token, "ver").equals("2.0");
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private boolean isForPortal(Jwt token) {
		@Nullable List<String> audience = token.getAudience();
		return audience != null && audience.size() == 1 && this.audiences.containsAll(audience);
	}

	/**
	 * A person's token says {@code scp}, an ID token says no {@code azp}, and both have a
	 * subject that is not the object id. {@code idtyp} is there only if the portal's
	 * registration asks for it.
	 */
	private static boolean isOfAnApplication(Jwt token) {
		String type = claim(token, "idtyp");
		return (type.isEmpty() || type.equals("app")) && !token.hasClaim("scp") && !claim(token, "azp").isEmpty()
				&& !claim(token, "oid").isEmpty() && claim(token, "oid").equals(claim(token, "sub"));
	}

	private static String claim(Jwt token, String name) {
		return Objects.requireNonNullElse(token.getClaimAsString(name), "");
	}

}
