package com.highstage.portal.account.entra;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.TenantId;

/**
 * Requires that an ID token names an organisation and a person, and was issued by exactly
 * that organisation. Audience, time and nonce are checked beside it.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer">Validate
 * the issuer</a>
 */
class IdTokenValidator implements OAuth2TokenValidator<Jwt> {

	private final Cloud cloud;

	IdTokenValidator(Cloud cloud) {
		this.cloud = cloud;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		try {
			TenantId tenant = TenantId.parse(claim(token, "tid"));
			ObjectId.parse(claim(token, "oid"));
			String issuer = this.cloud.login() + "/" + tenant + "/v2.0";
			return issuer.equals(claim(token, "iss")) ? OAuth2TokenValidatorResult.success() : refused("iss");
		}
		catch (IllegalArgumentException ex) {
			return refused("tid or oid");
		}
	}

	private static String claim(Jwt token, String name) {
		String value = token.getClaimAsString(name);
		return (value != null) ? value : "";
	}

	private static OAuth2TokenValidatorResult refused(String claim) {
		return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_id_token", "unexpected " + claim, null));
	}

}
