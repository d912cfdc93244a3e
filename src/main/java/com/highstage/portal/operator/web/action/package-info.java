/**
 * The buttons on a customer's page.
 */
@NullMarked
package com.highstage.portal.operator.web.action;

import org.jspecify.annotations.NullMarked;
