package com.highstage.portal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.highstage.portal.tenant.TenantId;

/**
 * What was written down about one organisation, for its own people.
 */
public interface AuditEntries {

	/**
	 * The entries of an organisation.
	 * @param tenant the organisation
	 * @param most how many at most
	 * @return the newest first
	 */
	List<Entry> of(TenantId tenant, int most);

	/**
	 * One entry.
	 *
	 * @param sequence its place in the chain
	 * @param at when
	 * @param actorKind what sort of actor
	 * @param actorId who
	 * @param actorName the actor's name at that time
	 * @param action what
	 * @param subject to what
	 * @param refused whether it was refused rather than done
	 * @param details further facts
	 */
	record Entry(long sequence, Instant at, String actorKind, String actorId, String actorName, String action,
			String subject, boolean refused, Map<String, String> details) {

		public Entry {
			details = Map.copyOf(details);
		}

	}

}
