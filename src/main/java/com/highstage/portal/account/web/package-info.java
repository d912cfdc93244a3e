/**
 * Who may open which address, and the pages around signing in.
 */
@NullMarked
package com.highstage.portal.account.web;

import org.jspecify.annotations.NullMarked;
