package com.highstage.portal.simulator.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people and mailboxes that an organisation has which says nothing of them, and what
 * those of any must be like.
 */
final class Staff {

	private static final Set<String> TYPES = Set.of("UserMailbox", "SharedMailbox");

	private Staff() {
	}

	static List<Account> at(String domain) {
		return List.of(person("admin", "Anna Berg", domain, "Global Administrator"),
				person("app-admin", "Carl Friis", domain, "Cloud Application Administrator"),
				person("exchange-admin", "Edda Holt", domain, "Exchange Administrator"),
				person("developer", "David Lind", domain, "Application Developer"),
				person("user", "Ulla Krog", domain));
	}

	private static Account person(String alias, String name, String domain, String... roles) {
		return new Account(alias + "@" + domain, name, null, null, List.of(roles), List.of());
	}

	static List<Mailbox> mailboxes(String domain, List<Account> accounts) {
		Stream<Mailbox> common = Stream.of(mailbox("support@" + domain, "SharedMailbox", true, "Support"),
				mailbox("orders@" + domain, "UserMailbox", true, "Orders"),
				mailbox("sales@" + domain, "UserMailbox", true, "Sales"),
				mailbox("archive@" + domain, "UserMailbox", false, "Archive"));
		Stream<Mailbox> own = accounts.stream()
			.filter((account) -> !account.guest())
			.map((account) -> mailbox(account.address(), "UserMailbox", true, account.name()));
		return Stream.concat(common, own).toList();
	}

	private static Mailbox mailbox(String address, String type, boolean imapEnabled, String name) {
		return new Mailbox(address, type, imapEnabled, true, name, null, null, null);
	}

	static void check(String domain, List<Account> accounts, List<Mailbox> mailboxes) {
		for (Account account : accounts) {
			account.directoryRoles();
			if (account.guest() == isAt(domain, account.address())) {
				throw new IllegalArgumentException(
						"a member has an address of the domain, and a guest has not: " + account.address());
			}
		}
		for (Mailbox mailbox : mailboxes) {
			if (!TYPES.contains(mailbox.type()) || !isAt(domain, mailbox.address())) {
				throw new IllegalArgumentException("not a mailbox of " + domain + ": " + mailbox.address());
			}
		}
		refuseTwice(accounts.stream().map(Account::address));
		refuseTwice(mailboxes.stream().map(Mailbox::address));
	}

	private static boolean isAt(String domain, String address) {
		return address.matches("[^@\\s]+@[^@\\s]+") && address.toLowerCase(Locale.ROOT).endsWith("@" + domain);
	}

	private static void refuseTwice(Stream<String> addresses) {
		List<String> all = addresses.map((address) -> address.toLowerCase(Locale.ROOT)).toList();
		if (Set.copyOf(all).size() < all.size()) {
			throw new IllegalArgumentException("an address is there twice: " + all);
		}
	}

}
