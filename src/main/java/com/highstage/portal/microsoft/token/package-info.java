/**
 * App-only tokens, through Microsoft's own authentication library; none of its types
 * leave here.
 */
@NullMarked
package com.highstage.portal.microsoft.token;

import org.jspecify.annotations.NullMarked;
