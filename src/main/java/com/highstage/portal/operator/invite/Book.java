package com.highstage.portal.operator.invite;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Operator;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;

/**
 * Writes changes of lists down: their transaction, their time, their audit entry.
 */
@Component
class Book {

	private final TransactionTemplate transaction;

	private final AuditTrail audit;

	private final Clock clock;

	Book(PlatformTransactionManager transactions, AuditTrail audit, Clock clock) {
		this.transaction = new TransactionTemplate(transactions);
		this.audit = audit;
		this.clock = clock;
	}

	void write(Runnable change) {
		this.transaction.executeWithoutResult((status) -> change.run());
	}

	Instant now() {
		return this.clock.instant();
	}

	void confirmed(Operator by, UUID list) {
		this.audit.record(new AuditEvent(null, Actor.person(by.person().id(), by.person().name()), "import.confirmed",
				list.toString(), Map.of()));
	}

}
