/**
 * The proofs that Highstage can open what is sealed, and the tables in which recipient
 * and signing keys are published.
 */
@NullMarked
package com.highstage.portal.vault.proof;

import org.jspecify.annotations.NullMarked;
