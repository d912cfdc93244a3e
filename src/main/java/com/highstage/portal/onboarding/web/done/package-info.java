/**
 * What was made, what is left, how to undo it.
 */
@NullMarked
package com.highstage.portal.onboarding.web.done;

import org.jspecify.annotations.NullMarked;
