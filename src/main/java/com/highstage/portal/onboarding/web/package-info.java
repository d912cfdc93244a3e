/**
 * What the pages of the journey share.
 */
@NullMarked
package com.highstage.portal.onboarding.web;

import org.jspecify.annotations.NullMarked;
