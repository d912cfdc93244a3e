/**
 * Exchange Online's administration: applications that it knows, mailboxes and who may
 * open them.
 */
@NamedInterface("exchange")
@NullMarked
package com.highstage.portal.microsoft.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
