package com.highstage.portal.onboarding.work;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Protocols that people want switched on, in the database.
 */
final class JdbcProtocolWishes {

	private final JdbcClient jdbc;

	JdbcProtocolWishes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(OnboardingId id, MailboxAddress mailbox, MailPermission protocol) {
		this.jdbc.sql("""
				insert into protocol_wish (onboarding_id, address, protocol)
				select :id, :address, :protocol
				where not exists (select 1 from protocol_wish
					where onboarding_id = :id and address = :address and protocol = :protocol)
				""")
			.param("id", id.value())
			.param("address", mailbox.value())
			.param("protocol", protocol.name())
			.update();
	}

	Map<MailboxAddress, Set<MailPermission>> find(OnboardingId id) {
		Map<MailboxAddress, Set<MailPermission>> wishes = new TreeMap<>();
		this.jdbc.sql("select address, protocol from protocol_wish where onboarding_id = :id")
			.param("id", id.value())
			.query((row, number) -> Map.entry(new MailboxAddress(row.getString("address")),
					MailPermission.valueOf(row.getString("protocol"))))
			.list()
			.forEach((wish) -> wishes.computeIfAbsent(wish.getKey(), (ignored) -> EnumSet.noneOf(MailPermission.class))
				.add(wish.getValue()));
		return wishes;
	}

	void remove(OnboardingId id, MailboxAddress mailbox, Set<MailPermission> protocols) {
		this.jdbc.sql("""
				delete from protocol_wish
				where onboarding_id = :id and address = :address and protocol in (:protocols)
				""")
			.param("id", id.value())
			.param("address", mailbox.value())
			.param("protocols", protocols.stream().map(MailPermission::name).toList())
			.update();
	}

}
