package com.highstage.portal.operator.web.desk;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.web.Moments;
import com.highstage.portal.onboarding.web.TroubleView;
import com.highstage.portal.onboarding.web.TroubleViews;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.verification.Troubles;

/**
 * Says rows of the list as pages show them.
 */
@Component
class RowViews {

	private final Moments moments;

	private final Troubles troubles;

	private final TroubleViews troubleViews;

	private final Clock clock;

	RowViews(Moments moments, Troubles troubles, TroubleViews troubleViews, Clock clock) {
		this.moments = moments;
		this.troubles = troubles;
		this.troubleViews = troubleViews;
		this.clock = clock;
	}

	RowView of(DeskRow row) {
		boolean over = row.secretEnds() != null && !row.secretEnds().isAfter(this.clock.instant());
		return new RowView(row, Objects.requireNonNull(this.moments.of(row.standing().since())),
				this.moments.of(row.linkEnds()), Objects.requireNonNull(this.moments.of(row.changedAt())), over,
				troubles(row));
	}

	private List<TroubleView> troubles(DeskRow row) {
		ConnectionId connection = row.connection();
		return (connection != null && row.standing().state() == CustomerState.ATTENTION)
				? this.troubleViews.of(this.troubles.of(connection)) : List.of();
	}

}
