package com.highstage.portal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.TenantId;

/**
 * What was written down, for people to read.
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
	 * The entries about an organisation or about something else that has a name.
	 * @param tenant the organisation; null for none
	 * @param subject the subject of entries
	 * @param before only entries before this one
	 * @param most how many at most
	 * @return the newest first
	 */
	List<Entry> about(@Nullable TenantId tenant, String subject, long before, int most);

	/**
	 * The entries that fit.
	 * @param filter which
	 * @param before only entries before this one
	 * @param most how many at most
	 * @return the newest first
	 */
	List<Entry> find(Filter filter, long before, int most);

	/**
	 * Which entries somebody wants to see.
	 *
	 * @param tenant only those of this organisation; null for all
	 * @param subject only those about exactly this; empty for all
	 * @param actor only those by exactly this actor, named by id or name; empty for all
	 * @param action only those of exactly this action; empty for all
	 * @param refused only what was refused
	 * @param from only those from then on; null for all
	 * @param until only those before then; null for all
	 */
	record Filter(@Nullable TenantId tenant, String subject, String actor, String action, boolean refused,
			@Nullable Instant from, @Nullable Instant until) {

		/** Everything. */
		public static final Filter ALL = new Filter(null, "", "", "", false, null, null);

	}

	/**
	 * One entry.
	 *
	 * @param sequence its place in the chain
	 * @param at when
	 * @param tenant the organisation it concerns; null for none
	 * @param actorKind what sort of actor
	 * @param actorId who
	 * @param actorName the actor's name at that time
	 * @param action what
	 * @param subject to what
	 * @param refused whether it was refused rather than done
	 * @param details further facts
	 */
	record Entry(long sequence, Instant at, @Nullable TenantId tenant, String actorKind, String actorId,
			String actorName, String action, String subject, boolean refused, Map<String, String> details) {

		public Entry {
			details = Map.copyOf(details);
		}

	}

}
