package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Operator;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.onboarding.Cancellations;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.tenant.TenantId;

/**
 * Gives journeys up in the database: work under way loses its lease with the commit.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class VendorCancellations implements Cancellations {

	private final Onboardings onboardings;

	private final AuditTrail audit;

	private final Clock clock;

	VendorCancellations(Onboardings onboardings, AuditTrail audit, Clock clock) {
		this.onboardings = onboardings;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public void hold(TenantId tenant) {
		this.onboardings.lockActive(tenant);
	}

	@Override
	public void cancel(Operator by, TenantId tenant) {
		this.onboardings.lockActive(tenant).ifPresent((journey) -> {
			Onboarding cancelled = journey.cancelled();
			this.audit.record(new AuditEvent(tenant, Actor.person(by.person().id(), by.person().name()),
					"onboarding.cancelled", journey.id().toString(), Map.of()));
			this.onboardings.save(cancelled, this.clock.instant());
			this.onboardings.forgetNews(cancelled.id());
		});
	}

}
