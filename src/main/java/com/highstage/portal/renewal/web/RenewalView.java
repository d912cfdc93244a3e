package com.highstage.portal.renewal.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Succession.Fate;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.renewal.Reminder;

/**
 * What the page of the renewal shows.
 *
 * @param stage where the secret stands
 * @param action what the person can do
 * @param down why it no longer works; null if it does
 * @param offered the version that Highstage is offered; null if there is none
 * @param versions the versions that are there, the newest first
 * @param fullUntil until when no other one can be made; null if there is room
 * @param reminders who was told; empty for who may only look
 * @param setback why the former secret could not be removed; null if it could
 * @param mayRemove whether the person is one with whose authority it is removed
 */
record RenewalView(Stage stage, Action action, @Nullable Down down, @Nullable CredentialVersion offered,
		List<VersionView> versions, @Nullable Instant fullUntil, List<Reminder> reminders,
		@Nullable Explanation setback, boolean mayRemove) {

	/**
	 * Whether something may change by itself.
	 * @return false if the page can stay as it is
	 */
	public boolean isLive() {
		return this.action == Action.WATCH || this.versions.stream()
			.anyMatch((version) -> version.fate() == Fate.IS_KEPT || version.fate() == Fate.GOES);
	}

	/**
	 * How often an open page asks.
	 * @return for htmx
	 */
	public String every() {
		return (this.action == Action.WATCH) ? "every 1s" : "every 3s";
	}

	/**
	 * Changes with what the page shows.
	 * @param steps how far the work is
	 * @return a short text
	 */
	public String mark(String steps) {
		String shown = steps + this.stage + this.action + this.down + this.versions + this.setback + this.mayRemove;
		return Integer.toHexString(shown.hashCode());
	}

	/**
	 * Why the secret no longer works.
	 *
	 * @param since since when, as far as is known
	 * @param ended whether it came to its end; else somebody has seen that it is gone
	 */
	record Down(Instant since, boolean ended) {

	}

	/**
	 * Where the secret stands; messages {@code renewal.stage.<name>.*}.
	 */
	enum Stage {

		/** It lasts for long. */
		FINE,
		/** Its end is near. */
		NEAR,
		/** It has ended, or is gone: Highstage can do nothing. */
		DOWN,
		/** A new one is being made or proven. */
		RENEWING,
		/** The new one works, and the former one is there still. */
		RENEWED

	}

	/**
	 * What a person can do; messages {@code renewal.action.<name>}.
	 */
	enum Action {

		/** Watch: the portal is at it. */
		WATCH,
		/** Press once. */
		RENEW,
		/** Sign in first. */
		SIGN_IN,
		/** Make one by hand, and paste it. */
		BY_HAND,
		/** Send the address to somebody who may. */
		COLLEAGUE,
		/** Nothing: Highstage cannot receive a secret yet. */
		UNPROVEN,
		/** Nothing: there are two valid ones already. */
		FULL

	}

}
