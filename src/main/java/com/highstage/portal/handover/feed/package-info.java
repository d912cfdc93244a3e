/**
 * What Highstage is shown, read from its views a page at a time, in the order of the
 * changes.
 */
@NullMarked
package com.highstage.portal.handover.feed;

import org.jspecify.annotations.NullMarked;
