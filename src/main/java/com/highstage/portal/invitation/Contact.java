package com.highstage.portal.invitation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * The address to which news about an organisation's connection goes, once it is
 * confirmed.
 *
 * @param tenant the organisation
 * @param address the address
 * @param language the language to write in
 * @param askedBy display name of who named it; display only
 * @param askedAt when it was named, or last asked for confirmation
 * @param link the link that confirms it; null while no mail could be sent
 * @param confirmedAt when it was confirmed, if it was
 */
public record Contact(TenantId tenant, MailAddress address, Language language, String askedBy, Instant askedAt,
		@Nullable UUID link, @Nullable Instant confirmedAt) {

	/**
	 * Whether anything but the question for confirmation may be sent there.
	 * @return true if it was confirmed
	 */
	public boolean isConfirmed() {
		return this.confirmedAt != null;
	}

}
