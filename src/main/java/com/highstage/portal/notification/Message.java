package com.highstage.portal.notification;

/**
 * A letter to somebody.
 *
 * @param to whom it is for
 * @param letter what it says
 * @param about a reference by which it is found again, for example an onboarding's or a
 * link's id
 */
public record Message(MailAddress to, Letter letter, String about) {

}
