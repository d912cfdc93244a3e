package com.highstage.portal.onboarding.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.TenantId;

/**
 * The journeys. Changes run in the caller's transaction.
 */
interface Onboardings {

	/**
	 * The active journey of an organisation, else its latest.
	 * @param tenant the organisation
	 * @return the journey, if there was one
	 */
	Optional<Onboarding> latest(TenantId tenant);

	Optional<Onboarding> find(OnboardingId id);

	/**
	 * The active journey, locked for the rest of the transaction.
	 * @param tenant the organisation
	 * @return empty if none is active
	 */
	Optional<Onboarding> lockActive(TenantId tenant);

	/**
	 * Adds a journey unless another one of the organisation is active.
	 * @param onboarding the journey
	 * @throws org.springframework.dao.DuplicateKeyException if one is
	 */
	void add(Onboarding onboarding);

	/**
	 * Saves status, mode, plan, goal and authority.
	 * @param onboarding the journey
	 * @param at when it ended, if it did
	 */
	void save(Onboarding onboarding, Instant at);

	Choices choices(OnboardingId id);

	void choose(OnboardingId id, Choices choices);

	/**
	 * Notes that somebody wants a protocol switched on for a mailbox.
	 * @param id the journey
	 * @param mailbox the mailbox
	 * @param protocol which
	 */
	void wish(OnboardingId id, MailboxAddress mailbox, MailPermission protocol);

	/**
	 * What is yet to be switched on.
	 * @param id the journey
	 * @return the protocols by mailbox
	 */
	Map<MailboxAddress, Set<MailPermission>> wishes(OnboardingId id);

	/**
	 * Notes that protocols wished for a mailbox are switched on.
	 * @param id the journey
	 * @param mailbox the mailbox
	 * @param protocols which
	 */
	void fulfilled(OnboardingId id, MailboxAddress mailbox, Set<MailPermission> protocols);

	Map<Step, StepRecord> steps(OnboardingId id);

	void save(OnboardingId id, StepRecord step);

	/**
	 * Notes that the contact is told something: that all works, once for all journeys of
	 * a connection.
	 * @param journey the journey
	 * @param what what is told
	 * @param at when
	 * @return false if that was told already
	 */
	boolean toldFirst(Onboarding journey, News.What what, Instant at);

	/**
	 * Lets what asks somebody to act be told again, because somebody has acted since.
	 * @param id the journey
	 */
	void forgetNews(OnboardingId id);

	/**
	 * Lets it be told again that all works, because it does not or because somebody else
	 * is told now.
	 * @param connection whose
	 */
	void forgetSuccess(ConnectionId connection);

	/**
	 * Journeys that somebody works on, or whose alarm was lost with a process.
	 * @return the active ones
	 */
	List<OnboardingId> active();

	/**
	 * Takes the right to work on a journey.
	 * @param id the journey
	 * @param now the time
	 * @param until how long unless it is held further
	 * @return the epoch, or null if somebody else has it or the journey is not active
	 */
	@Nullable Long takeLease(OnboardingId id, Instant now, Instant until);

	/**
	 * Holds the lease further.
	 * @param id the journey
	 * @param epoch which holder
	 * @param until how long
	 * @return false if somebody else has taken it over, or the journey has ended
	 */
	boolean holdLease(OnboardingId id, long epoch, Instant until);

	/**
	 * Gives the lease back; from now on only this holder's alarm is heard.
	 * @param id the journey
	 * @param epoch which holder
	 */
	void releaseLease(OnboardingId id, long epoch);

	/**
	 * Counts what people asked for, so that a run notices that it is outdated.
	 * @param id the journey
	 * @return rises with each command
	 */
	long version(OnboardingId id);

	/**
	 * Ends a journey whose connection works.
	 * @param id the journey
	 * @param version what was known of the commands
	 * @param at when
	 * @return false if a person has asked for more meanwhile
	 */
	boolean finish(OnboardingId id, long version, Instant at);

	boolean hearsAlarm(OnboardingId id, long epoch);

	/**
	 * Takes the lease from whoever works on a journey: what they find from now on is
	 * refused.
	 * @param id the journey
	 */
	void freeLease(OnboardingId id);

	/**
	 * Frees every lease, because the only process that could hold one has just started.
	 */
	void freeLeases();

}
