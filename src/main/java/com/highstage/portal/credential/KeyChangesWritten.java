package com.highstage.portal.credential;

import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.vault.RecipientKeyChanged;

/**
 * Writes down what happens to the keys for which credentials are sealed.
 */
@Component
class KeyChangesWritten {

	private final AuditTrail audit;

	KeyChangesWritten(AuditTrail audit) {
		this.audit = audit;
	}

	@EventListener
	void on(RecipientKeyChanged changed) {
		String action = switch (changed.change()) {
			case ADDED -> "recipient-key.added";
			case PROVEN -> "recipient-key.proven";
			case ANSWERED_WRONGLY -> "recipient-key.answered-wrongly";
			case RETIRED -> "recipient-key.retired";
		};
		this.audit.record(new AuditEvent(null, Actor.PORTAL, action, changed.key().value(), Map.of()));
	}

}
