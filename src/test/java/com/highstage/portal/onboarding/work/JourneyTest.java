package com.highstage.portal.onboarding.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.PortalTest;

/**
 * A test of journeys against the simulator; all of them share one context, in which
 * waiting is shorter than in life.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@Import({ Traveller.class, Invariants.class })
@TestPropertySource(
		properties = { "portal.microsoft.calls.timeout=5s", "portal.onboarding.settle=3s", "portal.removal.quiet=3s" })
public @interface JourneyTest {

}
