package com.highstage.portal.onboarding;

import com.highstage.portal.account.Person;

/**
 * Microsoft was asked where an organisation stands, with the authority of a person who is
 * signed in and may look into the directory; published on the thread of their request,
 * outside any transaction. Listeners must be quick.
 *
 * @param person who looked
 * @param overview what was found
 */
public record Looked(Person person, Overview overview) {

}
