/**
 * The page on which a secret is renewed.
 */
@NullMarked
package com.highstage.portal.renewal.web;

import org.jspecify.annotations.NullMarked;
