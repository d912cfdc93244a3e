package com.highstage.portal.handover.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers with the problem that a controller found.
 */
@RestControllerAdvice
class ProblemAdvice {

	@ExceptionHandler(ProblemException.class)
	void problem(ProblemException found, HttpServletRequest request, HttpServletResponse response) throws IOException {
		found.problem().write(request, response);
	}

}
