/**
 * Which mailboxes, and who opens them.
 */
@NullMarked
package com.highstage.portal.onboarding.web.mailboxes;

import org.jspecify.annotations.NullMarked;
