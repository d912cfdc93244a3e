/**
 * Taking back what the portal made: what it comprises, the commands and the background
 * work.
 */
@NamedInterface("removal")
@NullMarked
package com.highstage.portal.evidence.removal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
