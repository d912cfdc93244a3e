package com.highstage.portal.operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.vault.RecipientKeyId;

/**
 * Which connections hang on which recipient key: what Highstage uses, or will use next,
 * is sealed for it.
 */
public interface KeyUses {

	/**
	 * How many connections hang on each key.
	 * @return the number by key; keys without one are missing
	 */
	Map<RecipientKeyId, Long> counts();

	/**
	 * How many connections hang on any key; one may hang on two, until a check has passed
	 * with what was sealed last.
	 * @return the number
	 */
	long connections();

	/**
	 * The connections that hang on a key.
	 * @param key the key
	 * @param after only connections after this one
	 * @param most how many at most
	 * @return in the order of their ids
	 */
	List<KeyUse> of(RecipientKeyId key, UUID after, int most);

	/**
	 * A connection that hangs on a key.
	 *
	 * @param connection its id
	 * @param name the customer's name, else the organisation's
	 * @param customer the customer; null if nobody knows yet who it is
	 * @param secretEnds when its secret ends: it is renewed before
	 */
	record KeyUse(UUID connection, String name, @Nullable UUID customer, Instant secretEnds) {

	}

}
