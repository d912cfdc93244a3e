/**
 * The organisation allows the portal to set things up.
 */
@NullMarked
package com.highstage.portal.onboarding.web.allow;

import org.jspecify.annotations.NullMarked;
