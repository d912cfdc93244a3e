package com.highstage.portal.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

class ChainEntryTests {

	// the form must never change: entries written before would no longer fit
	@Test
	void theAuthenticatedFormIsFixed() {
		AuditEvent event = new AuditEvent(TenantId.parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
				new Actor(Actor.Kind.PERSON, "tid/oid", "Ada \"A\" Ømer"), "secret.requested", "app",
				Map.of("b", "2", "a", "1"));
		ChainEntry entry = ChainEntry.of(7, Instant.parse("2026-11-23T09:00:00.123456789Z"), event, false);
		assertThat(new String(entry.canonical("00ff"), StandardCharsets.UTF_8)).isEqualTo("""
				{"action":"secret.requested","actor_id":"tid/oid","actor_kind":"PERSON",\
				"actor_name":"Ada \\"A\\" Ømer","at":"2026-11-23T09:00:00.123456Z",\
				"details":"{\\"a\\":\\"1\\",\\"b\\":\\"2\\"}","kind":"entry","previous":"00ff","refused":false,\
				"sequence":7,"subject":"app","tenant":"3f2504e0-4f89-41d3-9a0c-0305e82c3301"}""");
	}

}
