package com.highstage.portal.onboarding.work;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.verification.TokenResult;

/**
 * One run of the background work on a journey, and what it has found so far.
 */
final class Run {

	private final Onboarding onboarding;

	private final HeldLease lease;

	private final long version;

	private final boolean signedIn;

	private final boolean signedInToExchange;

	private Choices choices;

	private Connection connection;

	private @Nullable Application application;

	private @Nullable MailRoles roles;

	private @Nullable TokenResult tokens;

	private boolean mailboxesLeftToOthers;

	Run(Onboarding onboarding, HeldLease lease, long version, SignedIn signedIn, Choices choices,
			Connection connection) {
		this.onboarding = onboarding;
		this.lease = lease;
		this.version = version;
		this.signedIn = signedIn.directory();
		this.signedInToExchange = signedIn.exchange();
		this.choices = choices;
		this.connection = connection;
	}

	Onboarding onboarding() {
		return this.onboarding;
	}

	Plan plan() {
		return this.onboarding.plan();
	}

	Set<MailPermission> chosen() {
		return this.onboarding.plan().permissions();
	}

	boolean byHand() {
		return this.onboarding.mode() == Onboarding.Mode.BY_HAND;
	}

	HeldLease lease() {
		return this.lease;
	}

	/**
	 * What people had asked for when the run began.
	 * @return the journey's version
	 */
	long version() {
		return this.version;
	}

	/**
	 * Whether nobody has asked for anything since the run began; sure in a transaction
	 * that holds the lease.
	 * @return false if what is done here was not yet asked for so
	 */
	boolean isCurrent() {
		return this.lease.onboardings().version(this.onboarding.id()) == this.version;
	}

	/**
	 * Whether a delegated token exists now.
	 * @return true if the person who gave the authority is still signed in
	 */
	boolean signedIn() {
		return this.signedIn;
	}

	Authority authority() {
		return Objects.requireNonNull(this.onboarding.authority());
	}

	Delegation delegation() {
		return authority().delegation();
	}

	Work work(Step step) {
		return new Work(this.onboarding.connection(), this.onboarding.id().value(), step.name(), delegation(),
				authority().actor(), this.lease);
	}

	/**
	 * Whether a delegated token for Exchange exists now.
	 * @return true if the person who gave that authority is still signed in
	 */
	boolean signedInToExchange() {
		return this.signedInToExchange;
	}

	/**
	 * On whose behalf Exchange is changed.
	 * @param step for which step
	 * @return the work, with the authority for Exchange
	 */
	Work exchangeWork(Step step) {
		Authority authority = Objects.requireNonNull(this.onboarding.exchange());
		return new Work(this.onboarding.connection(), this.onboarding.id().value(), step.name(), authority.delegation(),
				authority.actor(), this.lease);
	}

	Choices choices() {
		return this.choices;
	}

	void choices(Choices changed) {
		this.choices = changed;
	}

	Connection connection() {
		return this.connection;
	}

	void connection(Connection changed) {
		this.connection = changed;
	}

	/**
	 * Whether somebody has yet to open the mailboxes, so that logins are only tried to
	 * notice it.
	 * @return true if the portal does not open them itself
	 */
	boolean mailboxesLeftToOthers() {
		return this.mailboxesLeftToOthers;
	}

	void leaveMailboxesToOthers(boolean left) {
		this.mailboxesLeftToOthers = left;
	}

	@Nullable Application application() {
		return this.application;
	}

	void application(@Nullable Application found) {
		this.application = found;
	}

	@Nullable MailRoles roles() {
		return this.roles;
	}

	void roles(MailRoles found) {
		this.roles = found;
	}

	@Nullable TokenResult tokens() {
		return this.tokens;
	}

	void tokens(@Nullable TokenResult found) {
		this.tokens = found;
	}

	/**
	 * For what a delegated token exists when a run begins.
	 *
	 * @param directory for the directory
	 * @param exchange for Exchange
	 */
	record SignedIn(boolean directory, boolean exchange) {

	}

}
