/**
 * The portal's keys: where they are configured, how they are read, checked and, for the
 * embedded default, generated.
 */
@NullMarked
package com.highstage.portal.vault.key;

import org.jspecify.annotations.NullMarked;
