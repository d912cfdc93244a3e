package com.highstage.portal.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.highstage.portal.notification.Delivery;
import com.highstage.portal.vault.Secret;

/**
 * Mails and what became of them.
 */
interface Mails {

	void add(Delivery delivery, Secret content);

	/**
	 * A mail that still waits.
	 * @param id its id
	 * @return empty if it was settled
	 */
	Optional<Delivery> queued(UUID id);

	/**
	 * What is to be sent.
	 * @param id the id of a mail that waits
	 * @return the whole mail
	 * @throws com.highstage.portal.vault.SecretUnreadableException if the portal lost the
	 * key
	 */
	Secret content(UUID id);

	/**
	 * Notes an attempt. The content is erased with the first state that is not
	 * {@link Delivery.State#QUEUED}, and no later one is noted.
	 * @param attempted where the mail stands after it
	 */
	void note(Delivery attempted);

	List<Delivery> about(String about);

	/**
	 * Has all mails about something be about something else.
	 * @param from the former reference
	 * @param to the reference from now on
	 */
	void move(String from, String to);

	/**
	 * Forgets mails that were settled long ago.
	 * @param before when at the latest
	 */
	void forget(Instant before);

}
