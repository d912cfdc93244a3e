/**
 * What the pages of the journey share.
 */
@NamedInterface("web")
@NullMarked
package com.highstage.portal.onboarding.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
