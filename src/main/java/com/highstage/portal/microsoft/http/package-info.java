/**
 * How this module calls Microsoft over HTTP: time limits, sizes, no repetition, and what
 * a call without a usable answer means.
 */
@NullMarked
package com.highstage.portal.microsoft.http;

import org.jspecify.annotations.NullMarked;
