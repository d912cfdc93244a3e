package com.highstage.portal.operator;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * A customer in the operators' list.
 *
 * @param customer who
 * @param name the customer's name
 * @param reference Highstage's own reference; empty for none
 * @param organisationName the organisation's display name; empty while it is not known
 * @param address where the invitation went; empty if they came by themselves
 * @param domain the domain that was expected; empty for none
 * @param tenant the organisation, once it is known
 * @param connection the connection, once there is one
 * @param standing where they stand
 * @param linkEnds when the last usable link ends; null if there is none
 * @param secretEnds when the newest secret ends; null if there is none
 * @param unmatched whether an operator has yet to say which customer the organisation is
 * @param left what is still at Microsoft of a connection that has ended
 * @param changedAt when something last changed
 */
public record DeskRow(CustomerId customer, String name, String reference, String organisationName, String address,
		String domain, @Nullable TenantId tenant, @Nullable ConnectionId connection, Standing standing,
		@Nullable Instant linkEnds, @Nullable Instant secretEnds, boolean unmatched, List<Part> left,
		Instant changedAt) {

	public DeskRow {
		left = List.copyOf(left);
	}

	/**
	 * The same row with another time.
	 * @param at when something last changed
	 * @return the row
	 */
	public DeskRow at(Instant at) {
		return new DeskRow(this.customer, this.name, this.reference, this.organisationName, this.address, this.domain,
				this.tenant, this.connection, this.standing, this.linkEnds, this.secretEnds, this.unmatched, this.left,
				at);
	}

	/**
	 * Where a customer stands.
	 *
	 * @param state the state
	 * @param step the step that it is about, if about one
	 * @param needs what somebody else must be able to do, where somebody else is waited
	 * for
	 * @param reason what the person has to do, where they are waited for
	 * @param since since when
	 */
	public record Standing(CustomerState state, @Nullable Step step, @Nullable Ability needs,
			StepState.@Nullable Reason reason, Instant since) {

	}

}
