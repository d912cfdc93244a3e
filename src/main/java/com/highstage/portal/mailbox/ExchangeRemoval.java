package com.highstage.portal.mailbox;

import java.util.List;

import org.springframework.stereotype.Service;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations.Registration;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ClientId;

/**
 * Makes Exchange forget an application that the portal created.
 */
@Service
public class ExchangeRemoval {

	private final ExchangeRegistrations registrations;

	private final Attempts attempts;

	ExchangeRemoval(ExchangeRegistrations registrations, Attempts attempts) {
		this.registrations = registrations;
		this.attempts = attempts;
	}

	/**
	 * Takes every registration of the application away, the right one and wrong ones, and
	 * looks again.
	 * @param work on whose behalf
	 * @param connection the connection, its application created by the portal
	 * @return whether Exchange said afterwards that it does not know the application
	 * @throws com.highstage.portal.microsoft.MicrosoftException if Exchange did not
	 * answer so
	 */
	public boolean remove(Work work, Connection connection) {
		ClientId client = connection.application().clientId();
		if (client == null) {
			return true;
		}
		List<Registration> ours = ours(work.delegation(), client);
		for (Registration registration : ours) {
			this.attempts.around(work, Call.REMOVE_FROM_EXCHANGE, registration.servicePrincipal().toString(), () -> {
				this.registrations.remove(work.delegation(), registration.servicePrincipal());
				return registration;
			});
		}
		return ours.isEmpty() || ours(work.delegation(), client).isEmpty();
	}

	private List<Registration> ours(Delegation delegation, ClientId client) {
		return this.registrations.list(delegation).stream().filter((one) -> one.client().equals(client)).toList();
	}

}
