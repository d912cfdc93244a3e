package com.highstage.portal.onboarding.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of work whose writes wait for longer than the database lets them, as where many
 * are at work on a busy machine; all of them share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JourneyTest
@Import(Obstacle.class)
@TestPropertySource(properties = "spring.datasource.hikari.connection-init-sql=set lock_timeout 500")
public @interface InTheWayTest {

}
