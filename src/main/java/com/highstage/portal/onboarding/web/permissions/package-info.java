/**
 * What the application asks for.
 */
@NullMarked
package com.highstage.portal.onboarding.web.permissions;

import org.jspecify.annotations.NullMarked;
