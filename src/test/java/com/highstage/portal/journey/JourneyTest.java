package com.highstage.portal.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import com.highstage.portal.PortalTest;

/**
 * Whole paths through the portal in Chromium. Each test starts with a Microsoft 365 and a
 * portal that know of nothing, and asks for {@link Administrator}s as parameters, each in
 * a browser of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@ExtendWith(Chromium.class)
public @interface JourneyTest {

}
