/**
 * What the application is granted.
 */
@NullMarked
package com.highstage.portal.onboarding.web.consent;

import org.jspecify.annotations.NullMarked;
