package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Operator;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.evidence.removal.Removals.Ended;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.TenantId;

/**
 * Ends a connection for Highstage, in the caller's transaction. What is at Microsoft
 * waits for somebody of the customer: nobody of Highstage has any authority there.
 */
@Component
class VendorEnd {

	private final JdbcRemovals removals;

	private final Connections connections;

	private final Farewell farewell;

	private final Scopes scopes;

	private final AuditTrail audit;

	private final CommandContext context;

	VendorEnd(JdbcRemovals removals, Connections connections, Farewell farewell, Scopes scopes, AuditTrail audit,
			CommandContext context) {
		this.removals = removals;
		this.connections = connections;
		this.farewell = farewell;
		this.scopes = scopes;
		this.audit = audit;
		this.context = context;
	}

	Optional<Ended> end(Operator by, TenantId tenant, String reason) {
		return this.connections.find(tenant)
			.filter((connection) -> !this.removals.isUnderWay(tenant))
			.map((connection) -> end(by, connection, reason));
	}

	private Ended end(Operator by, Connection connection, String reason) {
		boolean made = this.scopes.isAnythingMade(connection);
		Removal removal = new Removal(UUID.randomUUID(), connection.tenant(), connection.id(),
				this.scopes.of(connection), start(by, reason), null, null, null);
		this.farewell.before(by, connection);
		this.audit.record(new AuditEvent(connection.tenant(), Actor.person(by.person().id(), by.person().name()),
				"connection.ended", connection.id().toString(), Map.of("reason", reason, "application",
						connection.application().name(), "removal", made ? removal.id().toString() : "")));
		if (made) {
			// behind the end of the audit trail, where those who end it at once queue
			this.removals.add(removal);
			this.context.alarms().wake(removal.id());
		}
		this.farewell.end(connection);
		if (!made) {
			this.connections.release(connection.id(), false);
		}
		return new Ended(connection, made ? new Removal.Standing(removal, connection,
				removal.parts().stream().map(PartRecord::untouched).toList(), 0)
			.left() : List.of());
	}

	private Removal.Start start(Operator by, String reason) {
		return new Removal.Start(by.person().id().objectId(), by.person().name(), true, this.context.clock().instant(),
				reason);
	}

}
