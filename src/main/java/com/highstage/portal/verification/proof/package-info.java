/**
 * Proof by real logins: who is due, what a login means, and where everything stands.
 */
@NullMarked
package com.highstage.portal.verification.proof;

import org.jspecify.annotations.NullMarked;
