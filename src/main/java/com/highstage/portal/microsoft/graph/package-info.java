/**
 * Microsoft Graph, through Microsoft's own client library; none of its types leave here.
 */
@NullMarked
package com.highstage.portal.microsoft.graph;

import org.jspecify.annotations.NullMarked;
