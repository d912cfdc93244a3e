/**
 * The journey's engine: its rows, the background work, the steps.
 */
@NullMarked
package com.highstage.portal.onboarding.work;

import org.jspecify.annotations.NullMarked;
