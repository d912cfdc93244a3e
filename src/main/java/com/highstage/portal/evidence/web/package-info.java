/**
 * The pages of the evidence sheet, the removal and the support bundle.
 */
@NullMarked
package com.highstage.portal.evidence.web;

import org.jspecify.annotations.NullMarked;
