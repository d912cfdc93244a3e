/**
 * What real logins have shown.
 */
@NullMarked
package com.highstage.portal.onboarding.web.check;

import org.jspecify.annotations.NullMarked;
