package com.highstage.portal;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Two mailboxes of each simulated organisation that have every protocol on.
 */
public final class Addresses {

	private static final Map<String, List<String>> BY_DOMAIN = Map.of("contoso.example", List.of("support", "orders"),
			"fabrikam.example", List.of("service", "sales"), "northwind.example", List.of("imports", "info"),
			"tailspin.example", List.of("toys", "returns"), "woodgrove.example", List.of());

	private static final List<String> OTHERWISE = List.of("support", "orders");

	private Addresses() {
	}

	/**
	 * The two addresses as a text area takes them.
	 * @param account any address of the organisation
	 * @return one in each line
	 */
	public static String of(String account) {
		return String.join("\n", list(account));
	}

	/**
	 * A plan with the two mailboxes.
	 * @param account any address of the organisation
	 * @return what becomes of a plan
	 */
	public static UnaryOperator<Plan> planned(String account) {
		return (plan) -> plan.withMailboxes(list(account).stream().map(MailboxAddress::new).toList());
	}

	private static List<String> list(String account) {
		String domain = account.substring(account.indexOf('@') + 1);
		return BY_DOMAIN.getOrDefault(domain, OTHERWISE).stream().map((name) -> name + "@" + domain).toList();
	}

}
