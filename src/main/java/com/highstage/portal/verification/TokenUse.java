package com.highstage.portal.verification;

import java.util.Optional;

import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.verification.TokenResult.OfNoUse;

/**
 * Whether a token is for Exchange Online, from this organisation and for the enterprise
 * application that was registered.
 */
final class TokenUse {

	private TokenUse() {
	}

	/**
	 * What speaks against a token.
	 * @param token the token
	 * @param connection what is known
	 * @return empty if nothing does
	 */
	static Optional<OfNoUse> against(AppToken token, Connection connection) {
		ObjectId known = connection.application().servicePrincipal();
		if (!isForExchange(token.audience(), connection)) {
			return Optional.of(new OfNoUse(Cause.WRONG_AUDIENCE, token.audience()));
		}
		if (!token.tenant().equals(connection.tenant())) {
			return Optional.of(new OfNoUse(Cause.OTHER_SERVICE_PRINCIPAL, token.tenant().toString()));
		}
		if (known != null && !token.servicePrincipal().equals(known)) {
			return Optional.of(new OfNoUse(Cause.OTHER_SERVICE_PRINCIPAL, token.servicePrincipal().toString()));
		}
		return Optional.empty();
	}

	private static boolean isForExchange(String audience, Connection connection) {
		// older tokens name the address, newer ones the application id
		String address = audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
		return address.equals(connection.cloud().outlook().toString())
				|| address.equals(MailRoles.EXCHANGE_ONLINE.toString());
	}

}
