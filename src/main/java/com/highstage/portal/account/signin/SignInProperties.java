package com.highstage.portal.account.signin;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in.
 *
 * @param longest after this time a person signs in again, however busy
 * @param kept how long the row of an ended sign-in is kept
 */
@ConfigurationProperties("portal.sign-in")
record SignInProperties(@DefaultValue("8h") Duration longest, @DefaultValue("30d") Duration kept) {

}
