/**
 * The desk's pages.
 */
@NullMarked
package com.highstage.portal.operator.web;

import org.jspecify.annotations.NullMarked;
