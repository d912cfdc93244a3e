package com.highstage.portal.evidence.web;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.registration.ConnectionEndedException;

/**
 * While a removal is under way the journey's pages and the renewal's lead to it: nothing
 * can be set up meanwhile.
 */
@ControllerAdvice({ "com.highstage.portal.onboarding.web", "com.highstage.portal.renewal.web" })
class RemovalAdvice {

	private static final String PAGE = "/onboarding/removal";

	private final Removals removals;

	RemovalAdvice(Removals removals) {
		this.removals = removals;
	}

	@ModelAttribute
	void close(Optional<Person> person) {
		if (person.filter((someone) -> this.removals.isUnderWay(someone.tenant())).isPresent()) {
			throw new ClosedException();
		}
	}

	// also who was here before the connection ended
	@ExceptionHandler({ ClosedException.class, ConnectionEndedException.class })
	ResponseEntity<Void> lead(HttpServletRequest request) {
		// a browser follows a redirect before htmx sees where it leads
		return (request.getHeader("HX-Request") != null)
				? ResponseEntity.noContent().header("HX-Redirect", PAGE).build()
				: ResponseEntity.status(HttpStatus.FOUND).location(URI.create(PAGE)).build();
	}

	/**
	 * The journey's pages are closed.
	 */
	private static final class ClosedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
