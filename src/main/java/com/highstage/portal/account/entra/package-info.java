/**
 * Signing in with Entra ID: what is asked, and what of the answer is believed.
 */
@NullMarked
package com.highstage.portal.account.entra;

import org.jspecify.annotations.NullMarked;
