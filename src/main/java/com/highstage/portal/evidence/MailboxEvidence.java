package com.highstage.portal.evidence;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * A mailbox that the application may open, as the evidence sheet shows it.
 *
 * @param address the mailbox
 * @param open whether Exchange said so
 * @param ours whether the portal gave the access, else it was only seen
 * @param who the person on whose behalf it was given; empty if that is not known
 * @param since since when, as far as known; null if it is not open
 * @param proofs when each protocol was last proven
 */
public record MailboxEvidence(MailboxAddress address, boolean open, boolean ours, String who, @Nullable Instant since,
		List<Proof> proofs) {

	public MailboxEvidence {
		proofs = List.copyOf(proofs);
	}

	/**
	 * A protocol and when a real login last succeeded.
	 *
	 * @param protocol the protocol
	 * @param at when; null if never
	 */
	public record Proof(MailPermission protocol, @Nullable Instant at) {

	}

}
