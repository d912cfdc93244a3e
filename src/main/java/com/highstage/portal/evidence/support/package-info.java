/**
 * What Highstage's support needs to help, to be downloaded and sent by the customer.
 */
@NullMarked
package com.highstage.portal.evidence.support;

import org.jspecify.annotations.NullMarked;
