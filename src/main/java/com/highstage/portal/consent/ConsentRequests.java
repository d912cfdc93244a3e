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
	 * Forgets a consent that was declined.
	 * @param state the state that came back
	 */
	void declined(String state);

	/**
	 * When somebody last came back from the page for the portal's own application, not
	 * having declined.
	 * @param tenant the organisation
	 * @return empty if nobody did lately; that somebody did proves nothing
	 */
	Optional<Instant> portalReturnedAt(TenantId tenant);

}
