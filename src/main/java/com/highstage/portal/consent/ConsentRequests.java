package com.highstage.portal.consent;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import com.highstage.portal.tenant.TenantId;

/**
 * Consents that somebody was sent to Microsoft for. What comes back proves nothing.
 */
public interface ConsentRequests {

	/**
	 * Begins a consent.
	 * @param target what is consented to
	 * @return the page at Microsoft, with a state that can be used once, for days
	 */
	URI begin(ConsentTarget target);

	/**
	 * Ends a consent that came back, once.
	 * @param state the state that came back
	 * @return what it was about; empty if the state is unknown, used or too old
	 */
	Optional<ConsentTarget> end(String state);

	/**
	 * Notes that a consent was declined, or that somebody says so.
	 * @param state the state that came back
	 */
	void declined(String state);

	/**
	 * When somebody last came back having declined. A normal state: the status of the
	 * consent is looked up, and another attempt may succeed.
	 * @param tenant the organisation
	 * @param portal whether it is about the portal's own application
	 * @return empty if nobody did lately, or somebody was sent to the page since
	 */
	Optional<Instant> declinedAt(TenantId tenant, boolean portal);

	/**
	 * When somebody last came back from the page for the portal's own application, not
	 * having declined.
	 * @param tenant the organisation
	 * @return empty if nobody did lately; that somebody did proves nothing
	 */
	Optional<Instant> portalReturnedAt(TenantId tenant);

}
