package com.highstage.portal.onboarding;

/**
 * What a person changes is not the plan that they were shown: nothing is changed.
 */
public class PlanOvertakenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public PlanOvertakenException() {
		super("somebody else changed the plan meanwhile");
	}

}
