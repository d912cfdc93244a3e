package com.highstage.portal.simulator.entra;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * {@code client_info}: who a person is at home, for Microsoft's own client libraries.
 */
final class ClientInfo {

	private ClientInfo() {
	}

	static String of(World world, SignedIn person) {
		Organisation home = world.homeOf(person.account().address()).orElse(person.organisation());
		Account account = home.account(person.account().address()).orElse(person.account());
		String json = JsonMapper.shared()
			.createObjectNode()
			.put("uid", account.oid().toString())
			.put("utid", home.tenantId())
			.toString();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
