/**
 * What is done with the keys: encryption at rest, authentication tags, sealing,
 * certificates.
 */
@NullMarked
package com.highstage.portal.vault.cipher;

import org.jspecify.annotations.NullMarked;
