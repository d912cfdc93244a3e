package com.highstage.portal.drift;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.onboarding.work.JourneyTest;

/**
 * A test of a finished connection that somebody changes at Microsoft; all of them share
 * one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JourneyTest
@Import({ Finished.class, Finished.Stored.class })
@TestPropertySource(properties = { "portal.onboarding.settle=1s", "portal.drift.gather=1s", "portal.drift.pause=0s",
		"portal.notification.operators=operators@highstage.example", "portal.microsoft.calls.timeout=6s" })
public @interface DriftTest {

}
