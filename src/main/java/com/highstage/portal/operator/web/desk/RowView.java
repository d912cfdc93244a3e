package com.highstage.portal.operator.web.desk;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.web.Moment;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;

/**
 * A customer as the list shows them.
 *
 * @param row the row
 * @param since since when they stand so
 * @param linkEnds when the last usable link ends
 * @param changed when something last changed
 * @param secretOver whether the newest secret has ended
 */
record RowView(DeskRow row, Moment since, @Nullable Moment linkEnds, Moment changed, boolean secretOver) {

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
