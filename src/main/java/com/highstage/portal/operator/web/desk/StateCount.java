package com.highstage.portal.operator.web.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.Tally;

/**
 * How many customers are in a state, and its part of a bar that shows all of them.
 *
 * @param state the state
 * @param number how many
 * @param from where its part begins, in thousandths of the bar
 * @param width how wide its part is, in thousandths of the bar
 */
record StateCount(CustomerState state, long number, long from, long width) {

	static final long WHOLE = 1000;

	static List<StateCount> of(Tally tally) {
		long all = Math.max(1, tally.all());
		List<StateCount> counts = new ArrayList<>();
		long before = 0;
		for (CustomerState state : inOrder()) {
			long number = tally.of(state);
			long from = before * WHOLE / all;
			counts.add(new StateCount(state, number, from, (before + number) * WHOLE / all - from));
			before += number;
		}
		return counts;
	}

	/** States that ask for the same stand together. */
	private static List<CustomerState> inOrder() {
		return Arrays.stream(CustomerState.Group.values())
			.flatMap((group) -> Arrays.stream(CustomerState.values()).filter((state) -> state.group() == group))
			.toList();
	}

	public String tone() {
		return RowView.tone(this.state);
	}

}
