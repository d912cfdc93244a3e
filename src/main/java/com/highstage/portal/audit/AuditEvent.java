package com.highstage.portal.audit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.TenantId;

/**
 * What is written down: who did what, to what, in which organisation.
 *
 * @param tenant the organisation it concerns, if any
 * @param actor who did it
 * @param action what was done, as a dotted, past-tense key such as
 * {@code secret.requested}; shown through the message {@code audit.<action>}
 * @param subject what it was done to, for example an id or an address; never a secret
 * @param details further plain facts, never a secret
 */
public record AuditEvent(@Nullable TenantId tenant, Actor actor, String action, String subject,
		Map<String, String> details) {

	public AuditEvent {
		details = Map.copyOf(details);
	}

}
