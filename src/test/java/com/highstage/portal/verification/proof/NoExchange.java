package com.highstage.portal.verification.proof;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.mailbox.MailboxCount;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * What a proof never asks for.
 */
abstract class NoExchange implements ChosenMailboxes, MailboxAccess {

	@Override
	public final void choose(ConnectionId connection, Collection<MailboxAddress> addresses) {
		throw new UnsupportedOperationException("a proof chooses nothing");
	}

	@Override
	public final List<MailboxAddress> wanted(ConnectionId connection) {
		throw new UnsupportedOperationException("a proof needs more than addresses");
	}

	@Override
	public final MailboxCount count(ConnectionId connection) {
		throw new UnsupportedOperationException("a proof counts logins");
	}

	@Override
	public final ExchangeFacts register(Work work, Connection connection, String name, boolean repair) {
		throw new UnsupportedOperationException("a proof changes nothing");
	}

	@Override
	public final Outcome carryOut(Work work, ObjectId servicePrincipal, Set<MailPermission> permissions) {
		throw new UnsupportedOperationException("a proof changes nothing");
	}

	@Override
	public final void switchOn(Work work, MailboxAddress mailbox, Set<MailPermission> protocols) {
		throw new UnsupportedOperationException("a proof changes nothing");
	}

	@Override
	public final ExchangeFacts look(Delegation delegation, Connection connection, Set<MailPermission> permissions) {
		throw new UnsupportedOperationException("a proof has nobody's authority");
	}

}
