/**
 * The portal at work, live.
 */
@NullMarked
package com.highstage.portal.onboarding.web.progress;

import org.jspecify.annotations.NullMarked;
