package com.highstage.portal.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.resilience.annotation.Retryable;

/**
 * A command that is done anew when another transaction was faster or in its way. All
 * commands queue at the end of the audit trail, and what they locked before it can cross:
 * a database ends that by failing one of them; H2 also lets nobody wait for longer than
 * its lock timeout. Each try is a transaction of its own, so the method must not be
 * called within another one. What fails the last time reaches the caller.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(includes = { ConcurrencyFailureException.class, QueryTimeoutException.class, DuplicateKeyException.class },
		maxRetries = 4, delay = 20, jitter = 20, multiplier = 2)
public @interface RetriedIfOvertaken {

}
