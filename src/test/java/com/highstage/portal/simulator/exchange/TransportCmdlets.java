package com.highstage.portal.simulator.exchange;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.simulator.model.History;

/**
 * What holds for the whole organisation.
 */
final class TransportCmdlets {

	private TransportCmdlets() {
	}

	static Output get(Invocation call) {
		return Output.of(List.of(JsonMapper.shared()
			.createObjectNode()
			.put("Identity", "Transport Settings")
			.put("Name", "Transport Settings")
			.put("SmtpClientAuthenticationDisabled", call.exchange().smtpAuthDisabled().now())));
	}

	static Output set(Invocation call) {
		History<Boolean> current = call.exchange().smtpAuthDisabled();
		boolean wanted = call.value("SmtpClientAuthenticationDisabled").map(JsonNode::asBoolean).orElse(current.now());
		if (wanted == current.now()) {
			return Output.warning("The command completed successfully but no settings of 'Transport Settings' have been"
					+ " modified.");
		}
		current.set(wanted, call.now());
		return Output.nothing();
	}

}
