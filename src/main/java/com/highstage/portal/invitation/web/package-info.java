/**
 * Opening a link.
 */
@NullMarked
package com.highstage.portal.invitation.web;

import org.jspecify.annotations.NullMarked;
