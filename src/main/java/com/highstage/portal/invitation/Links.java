package com.highstage.portal.invitation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.TokenHash;

/**
 * Links for colleagues. A link identifies an invitation; it authenticates nobody.
 */
public interface Links {

	/**
	 * Makes a link for a colleague in the person's own organisation; a former link of the
	 * same kind is taken back, while sign-ins that came from it go on.
	 * @param by who asks
	 * @param kind what the colleague is asked to do
	 * @param onboarding the onboarding it belongs to, if it has begun
	 * @param validFor how long it can be used
	 * @return the link and its address; the address cannot be had again
	 */
	NewLink create(Person by, LinkKind kind, @Nullable UUID onboarding, Duration validFor);

	/**
	 * Makes a link for somebody in a customer's organisation, because Highstage asks; a
	 * former one of the same kind that Highstage asked for is taken back.
	 * @param by the operator who asks
	 * @param tenant the customer's organisation, as the database knows it
	 * @param organisation the customer's name
	 * @param kind what is asked for
	 * @param onboarding the onboarding it belongs to, if it has begun
	 * @param validFor how long it can be used
	 * @return the link and its address; the address cannot be had again
	 */
	NewLink create(Operator by, TenantId tenant, PlainName organisation, LinkKind kind, @Nullable UUID onboarding,
			Duration validFor);

	/**
	 * Finds a link that can be used.
	 * @param token the hash of what was presented
	 * @return empty if it is unknown, used, taken back, or too old
	 */
	Optional<Link> find(TokenHash token);

	/**
	 * Notes that somebody who came by a link has signed in, unless it can no longer be
	 * used.
	 * @param link the link
	 * @param person who signed in
	 * @return whether the sign-in counts as come from the link, and ends with it
	 */
	boolean signedIn(Link link, Person person);

	/**
	 * All links of an organisation, the newest first.
	 * @param tenant the organisation
	 * @return the links, those included that cannot be used any more
	 */
	List<Link> list(TenantId tenant);

	/**
	 * Notes that what was asked was found to be done; the link cannot be used again.
	 * @param link the link
	 */
	void use(Link link);

	/**
	 * Takes a link of the person's organisation back; sign-ins that came from it end.
	 * @param by who takes it back
	 * @param link the link's id
	 * @return false if the organisation has no such link that can be used
	 */
	boolean revoke(Person by, UUID link);

	/**
	 * Takes back all links that Highstage asked for in a customer's organisation;
	 * sign-ins that came from them end, also from those that ended before.
	 * @param by the operator who takes them back
	 * @param tenant the customer's organisation
	 * @return false if there was none that could be used
	 */
	boolean revokeAsked(Operator by, TenantId tenant);

	/**
	 * Takes back every link in a customer's organisation, those that colleagues were sent
	 * included, because its connection ends; sign-ins that came from them end.
	 * @param by the operator who ends it
	 * @param tenant the customer's organisation
	 */
	void revokeAll(Operator by, TenantId tenant);

	/**
	 * A link that was just made.
	 *
	 * @param link the link
	 * @param address the whole address, token included; shown once
	 */
	record NewLink(Link link, URI address) {

		@Override
		public String toString() {
			return "NewLink[" + this.link.id() + ", redacted]";
		}

	}

}
