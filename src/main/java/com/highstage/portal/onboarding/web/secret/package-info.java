/**
 * The application's secret.
 */
@NullMarked
package com.highstage.portal.onboarding.web.secret;

import org.jspecify.annotations.NullMarked;
