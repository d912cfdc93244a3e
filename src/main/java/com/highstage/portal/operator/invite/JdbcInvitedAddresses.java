package com.highstage.portal.operator.invite;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.notification.MailAddress;

/**
 * The addresses to which invitations went.
 */
@Repository
class JdbcInvitedAddresses {

	private final JdbcClient jdbc;

	JdbcInvitedAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether somebody was invited at an address, in upper or lower case, and not given
	 * up since.
	 * @param address the address
	 * @return true if so
	 */
	boolean isInvited(MailAddress address) {
		return this.jdbc.sql("select count(*) from customer where address_folded = :address and cancelled_at is null")
			.param("address", address.folded())
			.query(Integer.class)
			.single() > 0;
	}

}
