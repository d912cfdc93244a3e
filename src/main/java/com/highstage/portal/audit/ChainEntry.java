package com.highstage.portal.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as it is stored and authenticated; as plain values, because what a verifier
 * reads may be anything.
 *
 * @param sequence its place, from 1, without gaps
 * @param at when, in whole microseconds, as databases keep them
 * @param tenant the organisation, if any
 * @param actorKind what sort of actor
 * @param actorId who
 * @param actorName the actor's name at that time
 * @param action what
 * @param subject to what
 * @param refused whether it was refused rather than done
 * @param details further facts, as canonical JSON
 */
record ChainEntry(long sequence, Instant at, @Nullable UUID tenant, String actorKind, String actorId, String actorName,
		String action, String subject, boolean refused, String details) {

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final int DETAIL_LENGTH = 1000;

	static ChainEntry of(long sequence, Instant at, AuditEvent event, boolean refused) {
		Map<String, String> details = new TreeMap<>();
		event.details().forEach((name, value) -> details.put(name, PlainText.of(value, DETAIL_LENGTH)));
		UUID tenant = (event.tenant() != null) ? event.tenant().value() : null;
		return new ChainEntry(sequence, at.truncatedTo(ChronoUnit.MICROS), tenant, event.actor().kind().name(),
				PlainText.of(event.actor().id(), 200), PlainText.of(event.actor().name(), 400),
				PlainText.of(event.action(), 100), PlainText.of(event.subject(), 400), refused,
				CANONICAL.writeValueAsString(details));
	}

	/**
	 * What is authenticated: JSON (UTF-8) with sorted members, this entry and the tag of
	 * the one before.
	 */
	byte[] canonical(String previous) {
		Map<String, @Nullable Object> members = new TreeMap<>();
		members.put("kind", "entry");
		members.put("previous", previous);
		members.put("sequence", this.sequence);
		members.put("at", this.at.toString());
		members.put("tenant", (this.tenant != null) ? this.tenant.toString() : null);
		members.put("actor_kind", this.actorKind);
		members.put("actor_id", this.actorId);
		members.put("actor_name", this.actorName);
		members.put("action", this.action);
		members.put("subject", this.subject);
		members.put("refused", this.refused);
		members.put("details", this.details);
		return json(members);
	}

	static byte[] json(Map<String, ?> members) {
		return CANONICAL.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
	}

}
