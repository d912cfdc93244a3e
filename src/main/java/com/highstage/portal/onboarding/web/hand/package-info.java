/**
 * The way without the portal's help.
 */
@NullMarked
package com.highstage.portal.onboarding.web.hand;

import org.jspecify.annotations.NullMarked;
