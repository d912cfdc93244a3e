/**
 * Writing mails, keeping them until they are delivered, and talking to the mail server.
 */
@NullMarked
package com.highstage.portal.notification.delivery;

import org.jspecify.annotations.NullMarked;
