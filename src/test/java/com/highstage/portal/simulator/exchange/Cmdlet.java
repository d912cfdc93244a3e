package com.highstage.portal.simulator.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.exchange.Parameter.Kind;
import com.highstage.portal.simulator.model.Organisation;

/**
 * A cmdlet that the simulator knows; all others are refused.
 *
 * @param name its name
 * @param parameters its parameters
 * @param effect what it does
 */
record Cmdlet(String name, List<Parameter> parameters, Function<Invocation, Output> effect) {

	private static final Parameter IDENTITY = Kind.TEXT.needed("Identity");

	private static final Parameter ANY_IDENTITY = Kind.TEXT.optional("Identity");

	private static final Parameter CONFIRM = Kind.FLAG.optional("Confirm");

	private static final Parameter SIZE = Kind.SIZE.optional("ResultSize");

	private static final Parameter RIGHTS = Kind.LIST.needed("AccessRights");

	private static final List<Parameter> SEARCH = List.of(ANY_IDENTITY, Kind.TEXT.optional("Anr"),
			Kind.TEXT.optional("Filter"), Kind.LIST.optional("RecipientTypeDetails"), SIZE);

	private static final List<Cmdlet> ALL = List.of(
			new Cmdlet("Get-ServicePrincipal", List.of(ANY_IDENTITY), RegistrationCmdlets::get),
			new Cmdlet("New-ServicePrincipal",
					List.of(Kind.GUID.needed("AppId"), Kind.GUID.needed("ObjectId"), Kind.TEXT.optional("DisplayName"),
							CONFIRM),
					RegistrationCmdlets::create),
			new Cmdlet("Remove-ServicePrincipal", List.of(IDENTITY, CONFIRM), RegistrationCmdlets::remove),
			new Cmdlet("Get-Mailbox", SEARCH, MailboxCmdlets::get),
			new Cmdlet("Set-Mailbox", List.of(IDENTITY, Kind.TEXT.needed("WindowsEmailAddress"), CONFIRM),
					MailboxCmdlets::rename),
			new Cmdlet("Remove-Mailbox", List.of(IDENTITY, CONFIRM), MailboxCmdlets::remove),
			new Cmdlet("Get-CASMailbox", SEARCH, MailboxCmdlets::getProtocols),
			new Cmdlet("Set-CASMailbox",
					List.of(IDENTITY, Kind.FLAG.optional("ImapEnabled"), Kind.FLAG.optional("PopEnabled"),
							Kind.FLAG_OR_NULL.optional("SmtpClientAuthenticationDisabled"), CONFIRM),
					MailboxCmdlets::setProtocols),
			new Cmdlet("Add-MailboxPermission",
					List.of(IDENTITY, Kind.TEXT.needed("User"), RIGHTS, Kind.FLAG.optional("AutoMapping"),
							Kind.TEXT.optional("InheritanceType"), CONFIRM),
					PermissionCmdlets.MAILBOX::add),
			new Cmdlet("Get-MailboxPermission", List.of(IDENTITY, Kind.TEXT.optional("User"), SIZE),
					PermissionCmdlets.MAILBOX::get),
			new Cmdlet("Remove-MailboxPermission",
					List.of(IDENTITY, Kind.TEXT.needed("User"), RIGHTS, Kind.TEXT.optional("InheritanceType"), CONFIRM),
					PermissionCmdlets.MAILBOX::remove),
			new Cmdlet("Add-RecipientPermission", List.of(IDENTITY, Kind.TEXT.needed("Trustee"), RIGHTS, CONFIRM),
					PermissionCmdlets.RECIPIENT::add),
			new Cmdlet("Get-RecipientPermission",
					List.of(IDENTITY, Kind.TEXT.optional("Trustee"), Kind.LIST.optional("AccessRights"), SIZE),
					PermissionCmdlets.RECIPIENT::get),
			new Cmdlet("Remove-RecipientPermission", List.of(IDENTITY, Kind.TEXT.needed("Trustee"), RIGHTS, CONFIRM),
					PermissionCmdlets.RECIPIENT::remove),
			new Cmdlet("Get-TransportConfig", List.of(), TransportCmdlets::get), new Cmdlet("Set-TransportConfig",
					List.of(Kind.FLAG.optional("SmtpClientAuthenticationDisabled"), CONFIRM), TransportCmdlets::set));

	static Cmdlet named(String name) {
		return ALL.stream()
			.filter((one) -> one.name.equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> ExchangeError.unknownCmdlet(name));
	}

	Output run(Organisation organisation, Instant now, JsonNode given) {
		Map<String, JsonNode> bound = new LinkedHashMap<>();
		given.properties().forEach((one) -> {
			Parameter parameter = parameter(one.getKey());
			parameter.check(one.getValue());
			if (bound.put(parameter.name(), one.getValue()) != null) {
				throw ExchangeError.parameter("Cannot bind parameter because parameter '" + parameter.name()
						+ "' is specified more than once.");
			}
		});
		List<String> missing = this.parameters.stream()
			.filter((one) -> one.mandatory() && !bound.containsKey(one.name()))
			.map(Parameter::name)
			.toList();
		if (!missing.isEmpty()) {
			throw ExchangeError.parameter("Cannot process command because of one or more missing mandatory parameters: "
					+ String.join(" ", missing) + ".");
		}
		if (Stream.of("Identity", "Anr").allMatch(bound::containsKey)) {
			throw ExchangeError.parameter("Parameter set cannot be resolved using the specified named parameters.");
		}
		return this.effect.apply(new Invocation(organisation, now, bound));
	}

	private Parameter parameter(String given) {
		return this.parameters.stream()
			.filter((one) -> one.name().equalsIgnoreCase(given))
			.findFirst()
			.orElseThrow(() -> ExchangeError
				.parameter("A parameter cannot be found that matches parameter name '" + given + "'."));
	}

}
