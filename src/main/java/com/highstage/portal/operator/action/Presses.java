package com.highstage.portal.operator.action;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import com.highstage.portal.invitation.customer.CustomerId;

/**
 * Presses on buttons, so that a double click or a reload does nothing more. Each page
 * gives its forms an id of their own.
 */
public interface Presses {

	/**
	 * Does something unless the button was pressed before; both are one transaction.
	 * @param <T> what comes of it
	 * @param press the id that the form carries
	 * @param deed what is done
	 * @return what came of it; empty if it was done before
	 */
	<T> Optional<T> once(UUID press, Supplier<T> deed);

	/**
	 * Remembers which customer a press made, in the transaction that does.
	 * @param press the id that the form carries
	 * @param customer who was invited
	 */
	void made(UUID press, CustomerId customer);

	/**
	 * Which customer a press made.
	 * @param press the id that the form carries
	 * @return empty if none
	 */
	Optional<CustomerId> customer(UUID press);

}
