/**
 * The sign-ins themselves, their tokens and when they end.
 */
@NullMarked
package com.highstage.portal.account.signin;

import org.jspecify.annotations.NullMarked;
