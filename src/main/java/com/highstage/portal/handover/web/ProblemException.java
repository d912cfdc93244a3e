package com.highstage.portal.handover.web;

import org.springframework.http.HttpStatus;

/**
 * A request cannot be answered; the problem says why.
 */
class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	ProblemException(Problem problem) {
		super(problem.detail());
		this.problem = problem;
	}

	static ProblemException parameter(String name, String expected) {
		return new ProblemException(
				new Problem(HttpStatus.BAD_REQUEST, "invalid-request", name + " must be " + expected + "."));
	}

	static ProblemException unknown() {
		return new ProblemException(Problem.of(HttpStatus.NOT_FOUND));
	}

	static ProblemException ahead() {
		return new ProblemException(new Problem(HttpStatus.CONFLICT, "ahead",
				"No change has had that number: the portal's database was put back. Begin at 0."));
	}

	Problem problem() {
		return this.problem;
	}

}
