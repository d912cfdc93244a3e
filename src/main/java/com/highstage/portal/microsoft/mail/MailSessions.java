package com.highstage.portal.microsoft.mail;

import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import jakarta.mail.Session;

/**
 * The mail library's sessions, each used by one login at a time and then again: to make
 * one, the library searches every jar.
 */
final class MailSessions {

	private final Queue<Session> idle = new ConcurrentLinkedQueue<>();

	/**
	 * Lends a session whose settings are empty.
	 * @param <T> what is made of it
	 * @param use what is done with it
	 * @return what was made of it
	 */
	<T> T with(Function<Session, T> use) {
		Session unused = this.idle.poll();
		Session session = (unused != null) ? unused : Session.getInstance(new Properties());
		try {
			return use.apply(session);
		}
		finally {
			session.getProperties().clear();
			this.idle.add(session);
		}
	}

}
