package com.highstage.portal.operator.web.desk;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.web.Moment;
import com.highstage.portal.onboarding.web.TroubleView;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.verification.Trouble;

/**
 * A customer as the list shows them.
 *
 * @param row the row
 * @param since since when they stand so
 * @param linkEnds when the last usable link ends
 * @param changed when something last changed
 * @param secretOver whether the newest secret has ended
 * @param troubles what is wrong with a connection that needs attention
 */
record RowView(DeskRow row, Moment since, @Nullable Moment linkEnds, Moment changed, boolean secretOver,
		List<TroubleView> troubles) {
	RowView {
		troubles = List.copyOf(troubles);
	}

	/**
	 * What is wrong first of all; message {@code trouble.<name>}.
	 * @return null if nothing is known to be wrong
	 */
	public Trouble.@Nullable Kind trouble() {
		return this.troubles.isEmpty() ? null : this.troubles.getFirst().kind();
	}

	/**
	 * What to call them: never nothing.
	 * @return the name, else the organisation's, else its id
	 */
	public String title() {
		if (!this.row.name().isBlank()) {
			return this.row.name();
		}
		return !this.row.organisationName().isBlank() ? this.row.organisationName()
				: Objects.toString(this.row.tenant(), this.row.customer().toString());
	}

	public CustomerState state() {
		return this.row.standing().state();
	}

	/**
	 * The colour that a state is shown in.
	 * @return the name of a style class
	 */
	public String tone() {
		return tone(state());
	}

	static String tone(CustomerState state) {
		return switch (state.group()) {
			case INVITATION -> "invited";
			case UNDER_WAY -> "running";
			case WAITING -> "waiting";
			case TROUBLE -> "trouble";
			case WORKS -> "works";
			case OVER -> "over";
		};
	}

}
