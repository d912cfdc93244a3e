package com.highstage.portal.microsoft.http;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP call to Microsoft and what was seen of it, for the case that it fails.
 */
public final class Exchange {

	private final String name;

	private final Effect effect;

	private final String clientRequestId = UUID.randomUUID().toString();

	private volatile boolean sent;

	private volatile int status;

	private volatile @Nullable String requestId;

	private volatile @Nullable String retryAfter;

	public Exchange(String name, Effect effect) {
		this.name = name;
		this.effect = effect;
	}

	void sending() {
		this.sent = true;
	}

	void answered(int status, @Nullable String requestId, @Nullable String retryAfter) {
		this.status = status;
		this.requestId = requestId;
		this.retryAfter = retryAfter;
	}

	/**
	 * What is called, for the log.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * What a repetition would do.
	 * @return the effect
	 */
	public Effect effect() {
		return this.effect;
	}

	/**
	 * The id that the portal gave this call.
	 * @return the {@code client-request-id}
	 */
	public String clientRequestId() {
		return this.clientRequestId;
	}

	/**
	 * Whether something of the request may have reached Microsoft.
	 * @return false if there was not even a connection
	 */
	public boolean isSent() {
		return this.sent;
	}

	/**
	 * The answer's HTTP status.
	 * @return the status, 0 without an answer
	 */
	public int status() {
		return this.status;
	}

	/**
	 * What Microsoft's support asks for.
	 * @return the answer's {@code request-id}, else the id that the portal gave
	 */
	public String reference() {
		String seen = this.requestId;
		return (seen != null) ? seen : this.clientRequestId;
	}

	/**
	 * The answer's {@code Retry-After} as it came.
	 * @return the header's value, if there was one
	 */
	public @Nullable String retryAfter() {
		return this.retryAfter;
	}

}
