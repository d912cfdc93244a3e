/**
 * The interface that Highstage reads and writes by HTTP, with a bearer token of its own
 * organisation.
 */
@NullMarked
package com.highstage.portal.handover.web;

import org.jspecify.annotations.NullMarked;
