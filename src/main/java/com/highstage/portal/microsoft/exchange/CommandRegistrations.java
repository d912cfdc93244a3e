package com.highstage.portal.microsoft.exchange;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;

/**
 * Applications in Exchange, by its commands.
 */
@Component
class CommandRegistrations implements ExchangeRegistrations {

	private final InvokeCommand exchange;

	CommandRegistrations(InvokeCommand exchange) {
		this.exchange = exchange;
	}

	@Override
	public List<Registration> list(Delegation delegation) {
		return this.exchange
			.list(delegation, Command.reading("Get-ServicePrincipal"), Integer.MAX_VALUE, (failure) -> false)
			.stream()
			.map(CommandRegistrations::registration)
			.flatMap(Optional::stream)
			.toList();
	}

	@Override
	public void add(Delegation delegation, ClientId client, ObjectId servicePrincipal, String displayName) {
		this.exchange.run(delegation,
				Command.changing("New-ServicePrincipal")
					.with("AppId", client.toString())
					.with("ObjectId", servicePrincipal.toString())
					.with("DisplayName", displayName),
				(failure) -> false);
	}

	@Override
	public void remove(Delegation delegation, ObjectId servicePrincipal) {
		this.exchange.run(delegation,
				Command.changing("Remove-ServicePrincipal").with("Identity", servicePrincipal.toString()).confirmed(),
				(failure) -> failure.kind() == Failure.Kind.NOT_FOUND);
	}

	private static Optional<Registration> registration(JsonNode object) {
		// What lacks an id cannot be ours.
		try {
			return Optional.of(new Registration(ClientId.parse(object.path("AppId").asString("")),
					ObjectId.parse(object.path("ObjectId").asString("")),
					new PlainName(object.path("DisplayName").asString("")).value()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
