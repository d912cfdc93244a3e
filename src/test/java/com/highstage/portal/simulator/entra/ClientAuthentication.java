package com.highstage.portal.simulator.entra;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.model.Secret;
import com.highstage.portal.simulator.model.World;

/**
 * Checks a client's secret, as a directory of two nodes does that learn of it one after
 * the other.
 *
 * @param world Microsoft's side
 */
record ClientAuthentication(World world) {

	void checkSecret(Client client, String value) {
		Optional<Secret> known = client.home()
			.secrets()
			.values()
			.stream()
			.filter((secret) -> secret.value().equals(value) && credential(client, secret).isPresent())
			.findFirst();
		Secret secret = known.orElseThrow(() -> Aadsts.of(7000215, client.id()));
		Instant end = OffsetDateTime.parse(credential(client, secret).orElseThrow().path("endDateTime").asString())
			.toInstant();
		if (!this.world.now().isBefore(end)) {
			throw Aadsts.of(7000222, client.id());
		}
		checkSpread(client, secret);
	}

	private static Optional<JsonNode> credential(Client client, Secret secret) {
		return client.registration()
			.properties()
			.path("passwordCredentials")
			.valueStream()
			.filter((one) -> one.path("keyId").asString().equals(secret.keyId()))
			.findFirst();
	}

	private void checkSpread(Client client, Secret secret) {
		if (this.world.replicated(secret.since().plus(this.world.replication()))) {
			return;
		}
		int question = secret.questions().getAndIncrement();
		if (!this.world.replicated(secret.since())) {
			throw Aadsts.of((question % 2 == 0) ? 7000215 : 7000222, client.id());
		}
		if (question % 2 == 1) {
			throw Aadsts.of(7000215, client.id());
		}
	}

	void check(Client client, Map<String, String> form, Optional<String> authorization) {
		if (form.containsKey("client_assertion")) {
			new ClientAssertion(this.world).check(client, form.get("client_assertion"));
		}
		else if (form.containsKey("client_secret")) {
			checkSecret(client, form.get("client_secret"));
		}
		else if (authorization.isPresent()) {
			checkSecret(client, Basic.parse(authorization.get()).secret());
		}
		else {
			throw Aadsts.of(form.getOrDefault("grant_type", "").equals("client_credentials") ? 7000216 : 7000218);
		}
	}

}
