/**
 * Logins at Microsoft's mail servers.
 */
@NamedInterface("mail")
@NullMarked
package com.highstage.portal.microsoft.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
