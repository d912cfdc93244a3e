package com.highstage.portal.simulator.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.model.Exchange;
import com.highstage.portal.simulator.model.ExchangeMailbox;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.Registration;

/**
 * A cmdlet with its parameters, already checked.
 *
 * @param organisation where it runs
 * @param now when
 * @param parameters the parameters by their proper names
 */
record Invocation(Organisation organisation, Instant now, Map<String, JsonNode> parameters) {

	Exchange exchange() {
		return this.organisation.exchange();
	}

	boolean has(String name) {
		return this.parameters.containsKey(name);
	}

	Optional<String> text(String name) {
		return Optional.ofNullable(this.parameters.get(name)).map(JsonNode::asString);
	}

	String needed(String name) {
		return this.parameters.get(name).asString();
	}

	Optional<JsonNode> value(String name) {
		return Optional.ofNullable(this.parameters.get(name));
	}

	List<String> list(String name) {
		return value(name).stream().flatMap(JsonNode::valueStream).map(JsonNode::asString).toList();
	}

	/**
	 * Refuses to go on where PowerShell would ask "Are you sure?".
	 */
	void confirmed() {
		if (value("Confirm").filter((confirm) -> !confirm.asBoolean()).isEmpty()) {
			throw ExchangeError.notInteractive();
		}
	}

	ExchangeMailbox mailbox() {
		String identity = needed("Identity");
		List<ExchangeMailbox> found = exchange().mailboxes().stream().filter((one) -> one.is(identity)).toList();
		if (found.size() > 1) {
			throw ExchangeError.ambiguous(identity);
		}
		return found.stream().findFirst().orElseThrow(() -> ExchangeError.notFound(identity));
	}

	/**
	 * Whom a permission is for, under the name that it is kept under.
	 * @param identity an Object ID, an application id, a name or an address
	 * @return the Object ID as registered, or the person's address
	 */
	String somebody(String identity) {
		return exchange().registrations()
			.now()
			.stream()
			.filter((one) -> one.is(identity))
			.map(Registration::objectId)
			.findFirst()
			.or(() -> exchange().mailbox(identity).map(ExchangeMailbox::address))
			.or(() -> this.organisation.account(identity).map((one) -> one.address()))
			.orElseThrow(() -> ExchangeError.notFound(identity));
	}

}
