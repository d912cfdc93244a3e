package com.highstage.portal.consent;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Links with which a colleague gives consent.
 */
public interface ConsentLinks {

	/**
	 * Makes a link.
	 * @param person who asks for it
	 * @param target what the colleague consents to
	 * @param onboarding the journey it belongs to, if it has begun
	 * @return the link; it cannot be shown again
	 */
	ColleagueLink create(Person person, ConsentTarget target, @Nullable UUID onboarding);

	/**
	 * Makes a link because Highstage asks for the consent.
	 * @param by the operator who asks
	 * @param organisation the customer's name
	 * @param target what is consented to, in the customer's organisation as the database
	 * knows it
	 * @param onboarding the journey it belongs to, if it has begun
	 * @return the link; it cannot be shown again
	 */
	ColleagueLink create(Operator by, PlainName organisation, ConsentTarget target, @Nullable UUID onboarding);

	/**
	 * What a link is about.
	 * @param link a link that can be used
	 * @return what the colleague consents to
	 */
	Optional<ConsentTarget> target(Link link);

	/**
	 * The link with which an organisation waits for a colleague to consent.
	 * @param tenant the organisation
	 * @param portal whether it is about the portal's own application
	 * @return the newest link that can be used
	 */
	Optional<Link> waiting(TenantId tenant, boolean portal);

	/**
	 * Closes the links that can be used, because what they ask for was found to be done.
	 * @param tenant the organisation
	 * @param portal whether it is about the portal's own application
	 */
	void settle(TenantId tenant, boolean portal);

}
