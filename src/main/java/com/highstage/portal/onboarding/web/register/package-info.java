/**
 * The application in the customer's organisation.
 */
@NullMarked
package com.highstage.portal.onboarding.web.register;

import org.jspecify.annotations.NullMarked;
