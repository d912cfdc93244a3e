package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.evidence.removal.PartRecord;
import com.highstage.portal.evidence.removal.PartState;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.InvitationLink;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.onboarding.Standings.Standing;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a customer stands whose connection has ended.
 */
class EndedJudgementTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final TenantId TENANT = new TenantId(UUID.randomUUID());

	private static final Connection CONNECTION = new Connection(new ConnectionId(UUID.randomUUID()), TENANT,
			new PlainName("Fabrikam"), Cloud.GLOBAL, 1, Connection.OurApplication.UNKNOWN, day(-9), true,
			new Connection.PassedCheck(1, day(-9), Set.of()));

	private final List<InvitationLink> links = new ArrayList<>(
			List.of(new InvitationLink(UUID.randomUUID(), day(-9), day(30), day(-8), day(-7), day(-1))));

	private @Nullable Instant cancelledAt;

	@Test
	void whatIsLeftAtMicrosoftIsNotHiddenByGivingUp() {
		this.cancelledAt = day(0);
		Judgement left = judgement(PartState.WAITING_FOR_PERSON);
		assertThat(left.stand()).isEqualTo(Stand.of(CustomerState.ENDED, day(-1)));
		assertThat(left.facts().left()).containsExactly(Part.APPLICATION);
		assertThat(stand(PartState.DONE)).isEqualTo(CustomerState.CANCELLED);
	}

	@Test
	void whoIsInvitedAgainAfterTheEndIsInvited() {
		assertThat(stand(PartState.DONE)).isEqualTo(CustomerState.ENDED);
		this.links.addFirst(new InvitationLink(UUID.randomUUID(), day(0), day(30), null, null, null));
		assertThat(stand(PartState.DONE)).as("the link that led to what has ended is past")
			.isEqualTo(CustomerState.INVITED);
		assertThat(stand(PartState.WAITING_FOR_PERSON)).as("something is left of the former")
			.isEqualTo(CustomerState.ENDED);
	}

	private CustomerState stand(PartState state) {
		return judgement(state).stand().state();
	}

	private Judgement judgement(PartState state) {
		Customer customer = new Customer(new CustomerId(UUID.randomUUID()), new PlainName("Fabrikam"), "K-17", TENANT,
				true, new Customer.Invited(TestCustomers.invitation("K-17", null), "Olga", day(-30), this.links),
				day(-30), this.cancelledAt);
		return new Judgement(new Facts(customer, null, CONNECTION, true, new Standing(null, List.of(), null),
				removal(state), null, List.of(), NOW));
	}

	private static Removal.Standing removal(PartState state) {
		return new Removal.Standing(
				new Removal(UUID.randomUUID(), TENANT, CONNECTION.id(), new Removal.Scope(true, false, List.of()),
						new Removal.Start(new ObjectId(UUID.randomUUID()), "Ole", true, day(-1), ""), null, null, null),
				CONNECTION, List.of(new PartRecord(Part.APPLICATION, state, null, null, null, 0, null)), 0);
	}

	private static Instant day(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

}
