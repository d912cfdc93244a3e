package com.highstage.portal.database;

import java.util.List;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties tables while the background work of a portal, woken by the test before, may
 * still write a row that refers to one of them, or stand in the way.
 */
public final class Emptying {

	private static final int TRIES = 20;

	private Emptying() {
	}

	/**
	 * Deletes all rows.
	 * @param jdbc the database
	 * @param tables the tables, those that refer to others first
	 */
	public static void of(JdbcClient jdbc, List<String> tables) {
		for (int tried = 1; !isEmptied(jdbc, tables); tried++) {
			if (tried == TRIES) {
				throw new IllegalStateException("somebody goes on writing into " + tables);
			}
		}
	}

	private static boolean isEmptied(JdbcClient jdbc, List<String> tables) {
		try {
			tables.forEach((table) -> jdbc.sql("delete from " + table).update());
			return true;
		}
		catch (DataIntegrityViolationException | ConcurrencyFailureException ex) {
			return false;
		}
	}

}
