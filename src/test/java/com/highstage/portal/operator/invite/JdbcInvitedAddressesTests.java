package com.highstage.portal.operator.invite;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.simulator.SteppingClock;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcInvitedAddressesTests {

	private final Database database;

	private final Customers customers;

	private final JdbcInvitedAddresses addresses;

	JdbcInvitedAddressesTests(Database database) {
		this.database = database;
		this.customers = new TestCustomers(database, new SteppingClock()).customers();
		this.addresses = new JdbcInvitedAddresses(database.jdbc());
	}

	@Test
	void anAddressInOtherCaseIsTheSame() {
		CustomerId invited = this.database.transactions()
			.execute((status) -> this.customers.invite(TestCustomers.operator(), TestCustomers.invitation("", null)))
			.customer()
			.id();
		assertThat(isInvited("it@fabrikam.example")).isTrue();
		assertThat(isInvited("IT@fabrikam.example")).isTrue();
		assertThat(isInvited("help@fabrikam.example")).isFalse();
		this.database.transactions()
			.executeWithoutResult((status) -> this.customers.cancel(TestCustomers.operator(), invited));
		assertThat(isInvited("IT@fabrikam.example")).isFalse();
	}

	private boolean isInvited(String address) {
		return this.addresses.isInvited(new MailAddress(address));
	}

}
