package com.highstage.portal.simulator.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every call to a Microsoft host, in order.
 */
public final class Journal {

	private final List<Entry> entries = new ArrayList<>();

	private final Set<String> issued = new HashSet<>();

	synchronized void issued(Set<String> secrets) {
		this.issued.addAll(secrets);
	}

	/**
	 * The secrets that were given away, readable: to search for them where none may be.
	 * @return codes, tokens and secret values
	 */
	public synchronized Set<String> issued() {
		return Set.copyOf(this.issued);
	}

	synchronized void add(Entry entry) {
		this.entries.add(entry);
	}

	synchronized List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	synchronized void clear() {
		this.entries.clear();
		this.issued.clear();
	}

	/**
	 * One call.
	 *
	 * @param at when it arrived
	 * @param call its name
	 * @param caller who called
	 * @param method the HTTP method
	 * @param url the address as it would be at Microsoft
	 * @param status the status of the answer, 0 for none
	 * @param request the body, secrets as SHA-256
	 * @param response the body, secrets as SHA-256
	 * @param effect whether it changed something
	 * @param fault the kind of fault that was asked for, if any
	 */
	public record Entry(Instant at, String call, String caller, String method, String url, int status,
			@Nullable JsonNode request, @Nullable JsonNode response, boolean effect, @Nullable String fault) {

	}

}
