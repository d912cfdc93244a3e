package com.highstage.portal.simulator.control;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Founding;
import com.highstage.portal.simulator.model.Settings;

/**
 * What somebody sent to the control port; what it does not know is refused.
 */
final class Sent {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** What an organisation says nothing about is as in {@code organisations.json}. */
	private static final JsonMapper FOUNDING = STRICT.rebuild()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private Sent() {
	}

	/**
	 * JSON, or the fields of a form on the page for people.
	 * @param request what was sent
	 * @return its fields
	 */
	static ObjectNode by(Request request) {
		if (!request.isForm()) {
			return (ObjectNode) JsonMapper.shared().readTree(request.body());
		}
		ObjectNode body = JsonMapper.shared().createObjectNode();
		request.form().forEach((name, value) -> {
			if (value.matches("-?\\d+") && !name.equals("kind") && !name.equals("retryAfter")) {
				body.put(name, Long.parseLong(value));
			}
			else if (value.equals("true") || value.equals("false")) {
				body.put(name, Boolean.parseBoolean(value));
			}
			else if (!value.isEmpty()) {
				body.put(name, value);
			}
		});
		return body;
	}

	static Settings settings(ObjectNode all) {
		return STRICT.convertValue(all, Settings.class);
	}

	static Fault fault(Request request) {
		ObjectNode fault = by(request);
		return STRICT.treeToValue(fault.has("nth") ? fault : fault.put("nth", 1), Fault.class);
	}

	static Founding.Company company(Request request) {
		return FOUNDING.treeToValue(by(request), Founding.Company.class);
	}

}
