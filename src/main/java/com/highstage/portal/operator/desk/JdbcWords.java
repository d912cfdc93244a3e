package com.highstage.portal.operator.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out which word of a search to begin with, from the table {@code desk_term}.
 */
@Component
class JdbcWords {

	/** Words that more customers have are all frequent. */
	private static final int MANY = 1000;

	private final JdbcClient jdbc;

	JdbcWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The words of a search.
	 * @param text what somebody typed
	 * @param term the word that the search has begun with before; null for the one that
	 * fewest customers have
	 * @return the words
	 */
	SoughtWords of(String text, byte @Nullable [] term) {
		Collection<byte[]> words = Words.sought(text);
		Map<byte[], Long> number = new IdentityHashMap<>();
		words.forEach((word) -> number.put(word, (term != null && Words.begins(word, term)) ? -1 : many(word)));
		List<byte[]> ordered = words.stream().sorted(Comparator.comparingLong(number::get)).toList();
		return new SoughtWords(ordered,
				!ordered.isEmpty() && Objects.requireNonNull(number.get(ordered.getFirst())) < MANY);
	}

	// asked for in their order, rows come along the index; else PostgreSQL looks through
	// the table for a word that many have
	private long many(byte[] word) {
		return this.jdbc.sql("""
				select count(*) from (
					select 1 from desk_term where term >= :from and term < :to order by term limit :most) found
				""").param("from", word).param("to", Words.end(word)).param("most", MANY).query(Long.class).single();
	}

}
