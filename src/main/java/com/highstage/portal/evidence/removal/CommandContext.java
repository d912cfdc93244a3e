package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.onboarding.Authority;

/**
 * What every command needs.
 *
 * @param transactions the transaction manager
 * @param alarms wakes the work
 * @param tokens who is signed in
 * @param clock the time
 */
@Component
record CommandContext(PlatformTransactionManager transactions, RemovalAlarms alarms, DelegatedTokens tokens,
		Clock clock) {

	boolean within(Supplier<Boolean> command) {
		return Boolean.TRUE.equals(new TransactionTemplate(this.transactions).execute((status) -> command.get()));
	}

	/**
	 * The authority that a person can lend now.
	 * @param person who
	 * @param ability what it must suffice for
	 * @param resource for which service
	 * @return null if the role does not suffice, or the person would have to sign in
	 * first
	 */
	@Nullable Authority lends(Person person, Ability ability, Resource resource) {
		boolean may = person.may(ability) && this.tokens.find(person.signIn(), resource).isPresent();
		return may ? Authority.of(person) : null;
	}

}
