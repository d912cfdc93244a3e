/**
 * Everything that is left, on one page.
 */
@NullMarked
package com.highstage.portal.onboarding.web.plan;

import org.jspecify.annotations.NullMarked;
