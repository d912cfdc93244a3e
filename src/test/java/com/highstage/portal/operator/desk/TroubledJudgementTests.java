package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.onboarding.Standings.Standing;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.verification.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a customer stands whose connection no longer is as it was finished.
 */
class TroubledJudgementTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final TenantId TENANT = new TenantId(UUID.randomUUID());

	private static final Connection CONNECTION = new Connection(new ConnectionId(UUID.randomUUID()), TENANT,
			new PlainName("Fabrikam"), Cloud.GLOBAL, 1, OurApplication.UNKNOWN, NOW.minus(Duration.ofDays(30)), true,
			null);

	private static final Trouble WITHDRAWN = new Trouble(CONNECTION.id(), Trouble.Kind.CONSENT_WITHDRAWN, "",
			Trouble.Source.VISIT, Explanations.of(Cause.CONSENT_WITHDRAWN), NOW.minus(Duration.ofDays(2)));

	@Test
	void whatBrokeNeedsAttentionAtItsStepSinceItWasNoticed() {
		assertThat(judgement(false, List.of(WITHDRAWN)).stand())
			.isEqualTo(new Stand(CustomerState.ATTENTION, Step.CONSENT, null, null, WITHDRAWN.since()));
		assertThat(judgement(false, List.of()).stand().state()).isEqualTo(CustomerState.WORKS);
		assertThat(judgement(true, List.of(WITHDRAWN)).stand().state()).isEqualTo(CustomerState.ENDED);
	}

	private static Judgement judgement(boolean ended, List<Trouble> troubles) {
		Customer customer = new Customer(new CustomerId(UUID.randomUUID()), new PlainName("Fabrikam"), "K-17", TENANT,
				true, null, NOW.minus(Duration.ofDays(30)), null);
		return new Judgement(new Facts(customer, null, CONNECTION, ended, new Standing(null, List.of(), null), null,
				null, troubles, NOW));
	}

}
