/**
 * The list of customers, and the page of one.
 */
@NullMarked
package com.highstage.portal.operator.web.desk;

import org.jspecify.annotations.NullMarked;
