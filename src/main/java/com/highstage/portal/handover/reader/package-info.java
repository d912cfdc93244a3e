/**
 * The role of the database that Highstage's login belongs to.
 */
@NullMarked
package com.highstage.portal.handover.reader;

import org.jspecify.annotations.NullMarked;
