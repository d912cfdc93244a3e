package com.highstage.portal.onboarding.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

import static org.assertj.core.api.Assertions.assertThat;

class StepViewTests {

	@ParameterizedTest
	@CsvSource({ "ACCESS_GONE, MAILBOXES, done, true, waiting-for-you",
			"ACCESS_GONE, MAILBOXES, not-started, false, waiting-for-colleague",
			"ACCESS_GONE, MAILBOXES, running, true, running", "ACCESS_GONE, CONSENT, done, true, done",
			"ACCESS_GONE, CHECK, done, true, waiting-for-you", "ACCESS_GONE, CHECK, failed, true, failed",
			"CONSENT_WITHDRAWN, CONSENT, done, false, waiting-for-colleague",
			"LOGIN_FAILED, MAILBOXES, done, true, done", "LOGIN_FAILED, CHECK, done, true, waiting-for-you" })
	void besideATroubleNothingIsDoneThatSomebodyHasUndone(Kind kind, Step step, String state, boolean mayAct,
			String shown) {
		Trouble trouble = new Trouble(new ConnectionId(UUID.randomUUID()), kind, "", Source.VISIT,
				new Explanation("refused", "", ""), Instant.EPOCH);
		assertThat(view(step, state, mayAct).beside(List.of(new TroubleView(List.of(trouble), null)))).isEqualTo(shown);
	}

	@Test
	void withoutATroubleEachStepStandsWhereItStands() {
		assertThat(view(Step.CHECK, "done", true).beside(List.of())).isEqualTo("done");
		assertThat(view(Step.CONSENT, "not-started", true).beside(List.of())).isEqualTo("not-started");
	}

	private static StepView view(Step step, String state, boolean mayAct) {
		return new StepView(step, state, null, StepView.Details.NONE, mayAct);
	}

}
