package com.highstage.portal.operator.web.desk;

import java.time.Clock;
import java.util.Objects;

import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.web.Moments;
import com.highstage.portal.operator.DeskRow;

/**
 * Says rows of the list as pages show them.
 */
@Component
class RowViews {

	private final Moments moments;

	private final Clock clock;

	RowViews(Moments moments, Clock clock) {
		this.moments = moments;
		this.clock = clock;
	}

	RowView of(DeskRow row) {
		boolean over = row.secretEnds() != null && !row.secretEnds().isAfter(this.clock.instant());
		return new RowView(row, Objects.requireNonNull(this.moments.of(row.standing().since())),
				this.moments.of(row.linkEnds()), Objects.requireNonNull(this.moments.of(row.changedAt())), over);
	}

}
