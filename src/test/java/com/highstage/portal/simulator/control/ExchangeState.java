package com.highstage.portal.simulator.control;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.model.Exchange;
import com.highstage.portal.simulator.model.ExchangeMailbox;
import com.highstage.portal.simulator.model.Permission;
import com.highstage.portal.simulator.model.Registration;

/**
 * Exchange Online's part of the state: as administrators set it, whether or not it has
 * propagated.
 */
final class ExchangeState {

	private ExchangeState() {
	}

	static void write(Exchange exchange, ObjectNode organisation) {
		ArrayNode mailboxes = organisation.putArray("mailboxes");
		exchange.mailboxes().forEach((mailbox) -> write(mailbox, mailboxes.addObject()));
		ObjectNode node = organisation.putObject("exchange");
		node.put("smtpClientAuthenticationDisabled", exchange.smtpAuthDisabled().now());
		ArrayNode principals = node.putArray("servicePrincipals");
		exchange.registrations()
			.now()
			.stream()
			.filter((one) -> !one.microsofts())
			.forEach((one) -> write(one, principals));
		ArrayNode access = node.putArray("mailboxPermissions");
		ArrayNode sending = node.putArray("recipientPermissions");
		for (ExchangeMailbox mailbox : exchange.mailboxes()) {
			mailbox.permissions().now().forEach((one) -> write(mailbox, "user", one, access.addObject()));
			mailbox.sendAs().now().forEach((one) -> write(mailbox, "trustee", one, sending.addObject()));
		}
	}

	private static void write(ExchangeMailbox mailbox, ObjectNode node) {
		node.put("address", mailbox.address());
		node.put("type", mailbox.properties().type());
		node.put("imapEnabled", mailbox.imapEnabled().now());
		node.put("popEnabled", mailbox.popEnabled().now());
		node.put("smtpClientAuthenticationDisabled", mailbox.smtpAuthDisabled().now().orElse(null));
		node.put("displayName", mailbox.properties().name());
		node.put("alias", mailbox.properties().alias());
		node.put("userPrincipalName", mailbox.properties().userPrincipalName());
		mailbox.properties().otherAddresses().forEach(node.putArray("otherAddresses")::add);
	}

	private static void write(Registration registration, ArrayNode principals) {
		principals.addObject()
			.put("appId", registration.appId())
			.put("objectId", registration.objectId())
			.put("displayName", registration.displayName())
			.put("since", registration.since().toString());
	}

	private static void write(ExchangeMailbox mailbox, String whom, Permission permission, ObjectNode node) {
		node.put("mailbox", mailbox.address()).put(whom, permission.user());
		permission.accessRights().forEach(node.putArray("accessRights")::add);
		node.put("since", permission.since().toString()).put("autoMapping", permission.autoMapping());
	}

}
