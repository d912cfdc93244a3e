package com.highstage.portal.mailbox;

import java.util.Set;

import org.springframework.stereotype.Service;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * Access as Exchange's commands give it.
 */
@Service
class ExchangeAccess implements MailboxAccess {

	private final ExchangeRegistrar registrar;

	private final MailboxRuns runs;

	private final MailboxLooks looks;

	ExchangeAccess(ExchangeRegistrar registrar, MailboxRuns runs, MailboxLooks looks) {
		this.registrar = registrar;
		this.runs = runs;
		this.looks = looks;
	}

	@Override
	public ExchangeFacts register(Work work, Connection connection, String name, boolean repair) {
		return this.registrar.register(work, connection, name, repair);
	}

	@Override
	public Outcome carryOut(Work work, ObjectId servicePrincipal, Set<MailPermission> permissions) {
		return this.runs.carryOut(work, servicePrincipal, permissions);
	}

	@Override
	public void switchOn(Work work, MailboxAddress mailbox, Set<MailPermission> protocols) {
		this.runs.switchOn(work, mailbox, protocols);
	}

	@Override
	public ExchangeFacts look(Delegation delegation, Connection connection, Set<MailPermission> permissions) {
		ExchangeFacts facts = this.registrar.look(delegation, connection);
		this.looks.refresh(delegation, connection, permissions);
		return facts;
	}

	@Override
	public ExchangeFacts known(Connection connection) {
		return this.registrar.known(connection);
	}

}
