package com.highstage.portal.consent;

import java.time.Instant;
import java.util.Optional;

import com.highstage.portal.account.Person;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

/**
 * Links with which a colleague gives consent.
 */
public interface ConsentLinks {

	/**
	 * Makes a link.
	 * @param person who asks for it
	 * @param target what the colleague consents to
	 * @return the link; it cannot be shown again
	 */
	ColleagueLink create(Person person, ConsentTarget target);

	/**
	 * Finds a link that can be used.
	 * @param token the hash of what was presented
	 * @return empty if it is unknown, revoked or too old
	 */
	Optional<OpenLink> find(TokenHash token);

	/**
	 * Since when an organisation waits for a colleague to consent.
	 * @param tenant the organisation
	 * @param portal whether it is about the portal's own application
	 * @return when the link that can be used was made
	 */
	Optional<Instant> waitingSince(TenantId tenant, boolean portal);

	/**
	 * A link that can be used.
	 *
	 * @param target what the colleague consents to
	 * @param organisationName the organisation's display name
	 * @param askedBy the display name of who asks
	 */
	record OpenLink(ConsentTarget target, String organisationName, String askedBy) {

	}

}
