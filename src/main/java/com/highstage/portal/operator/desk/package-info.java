/**
 * The rows of the operators' list: how they follow what happens, and how they are found.
 */
@NullMarked
package com.highstage.portal.operator.desk;

import org.jspecify.annotations.NullMarked;
