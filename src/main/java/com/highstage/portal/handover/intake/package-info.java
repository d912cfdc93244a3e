/**
 * Taking in what Highstage wrote, by SQL or by HTTP: checked, noted, and told within the
 * portal.
 */
@NullMarked
package com.highstage.portal.handover.intake;

import org.jspecify.annotations.NullMarked;
