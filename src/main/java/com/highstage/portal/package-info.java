/**
 * The Highstage portal: one deployable, one module for each direct sub-package.
 */
@NullMarked
package com.highstage.portal;

import org.jspecify.annotations.NullMarked;
