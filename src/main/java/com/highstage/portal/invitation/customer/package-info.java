/**
 * Customers of Highstage: who was invited, by which links, and which Microsoft
 * organisation they turned out to be.
 */
@NamedInterface("customer")
@NullMarked
package com.highstage.portal.invitation.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
