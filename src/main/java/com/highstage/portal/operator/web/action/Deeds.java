package com.highstage.portal.operator.web.action;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.operator.action.Presses;

/**
 * What all actions on a customer share: the customer is there, a second press does
 * nothing, and the customer's page says what came of the first.
 */
@Component
class Deeds {

	/** Done before, by a double click or a reload. */
	static final String BEFORE = "before";

	/** There was nothing to do. */
	static final String NOTHING = "nothing";

	private final Customers customers;

	private final Presses presses;

	Deeds(Customers customers, Presses presses) {
		this.customers = customers;
		this.presses = presses;
	}

	Customer customer(UUID id) {
		return this.customers.find(new CustomerId(id))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * Does something unless its button was pressed before. All buttons of a page share
	 * one id, and another button pressed after going back is no second press.
	 * @param <T> what comes of it
	 * @param press the page's id
	 * @param button which of its buttons
	 * @param deed what is done
	 * @return what came of it; empty if it was done before
	 */
	<T> Optional<T> once(UUID press, String button, Supplier<T> deed) {
		UUID own = UUID.nameUUIDFromBytes((press + " " + button).getBytes(StandardCharsets.UTF_8));
		return this.presses.once(own, deed);
	}

	/**
	 * Back to the customer's page.
	 * @param id the customer
	 * @param deed what came of it; message {@code deed.did.<deed>}
	 * @param redirect carries it there
	 * @return where to go
	 */
	static String back(CustomerId id, String deed, RedirectAttributes redirect) {
		redirect.addFlashAttribute("deed", deed);
		return "redirect:/operator/customers/" + id;
	}

}
