/**
 * What Microsoft's sign-in service tells everybody about organisations (OpenID Connect
 * Discovery).
 */
@NullMarked
package com.highstage.portal.microsoft.discovery;

import org.jspecify.annotations.NullMarked;
