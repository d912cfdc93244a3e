/**
 * Where the connection stands, and what applies to all steps.
 */
@NullMarked
package com.highstage.portal.onboarding.web.overview;

import org.jspecify.annotations.NullMarked;
