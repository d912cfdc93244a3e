/**
 * The reminders that a secret ends: when they are due, and to whom they go.
 */
@NullMarked
package com.highstage.portal.renewal.reminder;

import org.jspecify.annotations.NullMarked;
