package com.highstage.portal.onboarding;

import java.util.Optional;

import com.highstage.portal.account.Operator;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Links with which somebody in a customer's organisation consents because Highstage asks.
 */
public interface CustomerLinks {

	/**
	 * Makes a link.
	 * @param by the operator who asks
	 * @param tenant the customer's organisation, as the database knows it
	 * @param organisation the customer's name
	 * @param step {@link Step#ALLOW} for the portal's own application,
	 * {@link Step#CONSENT} for the customer's
	 * @return empty if there is no such application yet
	 */
	Optional<ColleagueLink> create(Operator by, TenantId tenant, PlainName organisation, Step step);

}
