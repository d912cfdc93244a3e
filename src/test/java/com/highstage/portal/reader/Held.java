package com.highstage.portal.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What Highstage holds of one connection: the newest secret and the one before.
 */
final class Held {

	private final Deque<String> values = new ArrayDeque<>();

	private final String connection;

	private String tenant = "";

	private String client = "";

	private String mailbox = "";

	private String keyId = "";

	private long sequence;

	private long acknowledged;

	private boolean ended;

	Held(String connection) {
		this.connection = connection;
	}

	/**
	 * Takes a row.
	 * @param row the row
	 * @param opened what was sealed in it
	 * @return whether there is a new secret
	 */
	boolean take(JsonNode row, Seals.Opened opened) {
		this.tenant = row.path("tenant_id").asString();
		this.client = row.path("client_id").asString();
		this.mailbox = row.path("mailboxes").path(0).path("address").asString("");
		if (opened.sequence() == this.sequence) {
			return false;
		}
		this.sequence = opened.sequence();
		this.keyId = opened.keyId();
		this.values.addFirst(opened.secret());
		while (this.values.size() > 2) {
			this.values.removeLast();
		}
		return true;
	}

	void acknowledged() {
		this.acknowledged = this.sequence;
	}

	boolean isNews() {
		return this.acknowledged < this.sequence && !this.ended;
	}

	/**
	 * Forgets everything.
	 * @return whether that is news
	 */
	boolean end() {
		boolean news = !this.ended;
		this.ended = true;
		this.keyId = "none";
		this.values.clear();
		return news;
	}

	boolean hasEnded() {
		return this.ended;
	}

	List<String> values() {
		return List.copyOf(this.values);
	}

	String connection() {
		return this.connection;
	}

	String tenant() {
		return this.tenant;
	}

	String client() {
		return this.client;
	}

	String mailbox() {
		return this.mailbox;
	}

	String keyId() {
		return this.keyId;
	}

	long sequence() {
		return this.sequence;
	}

	@Override
	public String toString() {
		return this.tenant + "/" + this.connection + " at " + this.sequence;
	}

}
