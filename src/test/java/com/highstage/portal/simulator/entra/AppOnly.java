package com.highstage.portal.simulator.entra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.Published;
import com.highstage.portal.simulator.model.World;

/**
 * Tokens for an application on its own; issued even if nothing was granted to it.
 *
 * @param world Microsoft's side
 * @param tokens makes the tokens
 */
record AppOnly(World world, Tokens tokens) {

	Answer answer(Client client, Map<String, String> form, Optional<Organisation> realm) {
		checkRefusals(client);
		String scope = form.getOrDefault("scope", "").trim();
		List<String> named = Stream.of(scope.split("\\s+"))
			.filter((one) -> !List.of("openid", "profile", "offline_access").contains(one))
			.toList();
		if (named.size() != 1 || named.getFirst().isEmpty()) {
			throw Aadsts.of(90014, "scope");
		}
		if (!named.getFirst().endsWith("/.default")) {
			throw Aadsts.of(1002012, scope);
		}
		Organisation organisation = realm.orElseThrow(() -> Aadsts.of(50194, client.id()));
		String audience = named.getFirst().substring(0, named.getFirst().length() - "/.default".length());
		DirectoryObject principal = organisation.servicePrincipalByAppId(client.id())
			.orElseThrow(() -> Aadsts.of(7000229, client.id(), organisation.tenantId()));
		if (!principal.properties().path("accountEnabled").asBoolean(true)) {
			throw Aadsts.of(7000112, client.id());
		}
		long seconds = this.tokens.lifetime();
		if (this.world.portal().isAudience(audience)) {
			return Answer.json(200, TokenEndpoint.body(seconds)
				.put("access_token", portalToken(client, organisation, audience, seconds)));
		}
		Published api = Published.byAudience(audience.replaceAll("/$", ""))
			.filter((one) -> organisation.servicePrincipalByAppId(one.appId().toString()).isPresent())
			.orElseThrow(() -> Aadsts.of(500011, audience, organisation.name()));
		return Answer.json(200, TokenEndpoint.body(seconds)
			.put("access_token", this.tokens.appToken(client, organisation, api, audience, seconds)));
	}

	private String portalToken(Client client, Organisation organisation, String audience, long seconds) {
		String portal = this.world.portal().appId();
		if (organisation.servicePrincipalByAppId(portal).isEmpty()) {
			throw Aadsts.of(500011, audience, organisation.name());
		}
		return this.tokens.appTokenOfVersion2(client, organisation, portal, seconds);
	}

	private void checkRefusals(Client client) {
		Integer refused = this.world.settings().refusals().get(client.id());
		if (refused != null) {
			throw Aadsts.of(refused, client.name());
		}
	}

}
