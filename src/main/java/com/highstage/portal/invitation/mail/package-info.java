/**
 * Mails that people let the portal send: links to colleagues, and the question whether a
 * contact address is right.
 */
@NullMarked
package com.highstage.portal.invitation.mail;

import org.jspecify.annotations.NullMarked;
