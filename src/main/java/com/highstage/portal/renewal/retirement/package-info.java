/**
 * The removal of former secrets at Microsoft: by whose authority, and when.
 */
@NullMarked
package com.highstage.portal.renewal.retirement;

import org.jspecify.annotations.NullMarked;
