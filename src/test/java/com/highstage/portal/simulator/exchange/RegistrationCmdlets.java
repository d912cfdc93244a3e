package com.highstage.portal.simulator.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.Registration;

/**
 * What Exchange is told about applications. It believes everything: neither id is looked
 * up in the directory, and nothing happens here when an application is deleted there.
 */
final class RegistrationCmdlets {

	private RegistrationCmdlets() {
	}

	/**
	 * All of them if the wanted one does not exist.
	 */
	static Output get(Invocation call) {
		List<Registration> all = call.exchange().registrations().now();
		Optional<Registration> wanted = call.text("Identity").flatMap((identity) -> find(all, identity));
		return Output.of(wanted.map(List::of).orElse(all).stream().map(RegistrationCmdlets::json).toList());
	}

	static Output create(Invocation call) {
		List<Registration> all = call.exchange().registrations().now();
		String appId = call.needed("AppId").toLowerCase(Locale.ROOT);
		String objectId = call.needed("ObjectId").toLowerCase(Locale.ROOT);
		if (all.stream().anyMatch((one) -> one.appId().equals(appId) || one.objectId().equals(objectId))) {
			throw ExchangeError.exists(objectId);
		}
		Registration created = new Registration(appId, objectId, call.text("DisplayName").orElse(objectId), call.now(),
				false);
		List<Registration> more = new ArrayList<>(all);
		more.add(created);
		call.exchange().registrations().set(List.copyOf(more), call.now());
		return Output.of(List.of(json(created)));
	}

	static Output remove(Invocation call) {
		List<Registration> all = call.exchange().registrations().now();
		String identity = call.needed("Identity");
		Registration gone = find(all, identity).orElseThrow(() -> ExchangeError.notFound(identity));
		if (gone.microsofts()) {
			throw ExchangeError.cmdlet("Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException",
					"The service principal '" + identity + "' can't be removed because it belongs to Microsoft.");
		}
		call.confirmed();
		call.exchange().registrations().set(all.stream().filter((one) -> !one.equals(gone)).toList(), call.now());
		return Output.nothing();
	}

	private static Optional<Registration> find(List<Registration> all, String identity) {
		return all.stream().filter((one) -> one.is(identity)).findFirst();
	}

	private static ObjectNode json(Registration registration) {
		return JsonMapper.shared()
			.createObjectNode()
			.put("DisplayName", registration.displayName())
			.put("AppId", registration.appId())
			.put("ObjectId", registration.objectId())
			.put("Sid", sid(registration.objectId()))
			.put("Name", registration.objectId())
			.put("Identity", registration.objectId())
			.put("Id", registration.objectId())
			.put("WhenCreated", registration.since().toString())
			.put("IsValid", true);
	}

	private static String sid(String objectId) {
		UUID id = UUID.fromString(objectId);
		return "S-1-5-21-" + (id.getMostSignificantBits() >>> 32) + "-" + (id.getLeastSignificantBits() >>> 32) + "-"
				+ (id.getLeastSignificantBits() & 0xffffffffL);
	}

}
