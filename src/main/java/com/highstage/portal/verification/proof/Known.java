package com.highstage.portal.verification.proof;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * What the database knows of a connection before anybody logs in.
 *
 * @param connection the connection
 * @param tenant its organisation
 * @param sequence its newest credential; 0 if there is none
 * @param exchange how Exchange knew the application when it was asked last
 * @param wanted the wanted mailboxes, by address
 * @param consented when a permission was granted here last
 * @param registered when the application was made known to Exchange here last
 * @param switched when a protocol was switched on here last
 * @param now when this was read
 */
record Known(ConnectionId connection, TenantId tenant, long sequence, ExchangeFacts exchange,
		List<ChosenMailbox> wanted, @Nullable Instant consented, @Nullable Instant registered,
		@Nullable Instant switched, Instant now) {

	Known {
		wanted = List.copyOf(wanted);
	}

	Ages ages(ChosenMailbox mailbox, @Nullable Instant refusedSince) {
		return new Ages(this.consented, this.registered, mailbox.openedAt(), this.switched, refusedSince);
	}

}
