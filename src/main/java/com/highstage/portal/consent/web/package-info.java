/**
 * The way back from Microsoft's consent pages, and a colleague's way to them.
 */
@NullMarked
package com.highstage.portal.consent.web;

import org.jspecify.annotations.NullMarked;
