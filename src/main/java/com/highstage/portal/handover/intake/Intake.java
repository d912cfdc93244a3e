package com.highstage.portal.handover.intake;

import com.highstage.portal.handover.intake.Written.Acknowledgement;
import com.highstage.portal.handover.intake.Written.CanaryAnswer;
import com.highstage.portal.handover.intake.Written.Report;

/**
 * Takes in what Highstage wrote. The same twice has no second effect.
 */
public interface Intake {

	/**
	 * Notes that Highstage uses a credential.
	 * @param acknowledgement which
	 * @return what became of it
	 */
	Outcome acknowledge(Acknowledgement acknowledgement);

	/**
	 * Keeps how Highstage fares with a mailbox, and tells of it.
	 * @param report how
	 * @return what became of it
	 */
	Outcome report(Report report);

	/**
	 * Takes the answer to a canary.
	 * @param answer the answer
	 * @return what became of it
	 */
	Outcome answer(CanaryAnswer answer);

}
