/**
 * The pages that belong to no step: welcome, errors, the choice of language.
 */
@NullMarked
package com.highstage.portal.site.web;

import org.jspecify.annotations.NullMarked;
