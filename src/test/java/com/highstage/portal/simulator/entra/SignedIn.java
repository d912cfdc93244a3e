package com.highstage.portal.simulator.entra;

import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.Organisation;

/**
 * A person, in the organisation for which a token is wanted.
 *
 * @param organisation the organisation
 * @param account the person's account there
 */
record SignedIn(Organisation organisation, Account account) {

}
