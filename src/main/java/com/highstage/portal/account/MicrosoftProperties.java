package com.highstage.portal.account;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.vault.Secret;

/**
 * Which Microsoft the portal talks to, and as which application.
 *
 * @param cloud the national cloud; selects all addresses
 * @param login overrides the address of the sign-in service
 * @param graph overrides the address of Microsoft Graph, without its version
 * @param outlook overrides the address of Exchange Online
 * @param clientId application (client) id of the portal's own multi-tenant registration
 * @param clientSecret the client secret of that registration
 * @param exchangeCommands whether the portal itself registers the application in Exchange
 * Online and opens mailboxes; Microsoft does not promise the interface for that, and the
 * script always is there
 */
@Validated
@ConfigurationProperties("portal.microsoft")
public record MicrosoftProperties(@DefaultValue("global") Cloud cloud, @Nullable URI login, @Nullable URI graph,
		@Nullable URI outlook, @NotNull UUID clientId, @NotNull Secret clientSecret,
		@DefaultValue("true") boolean exchangeCommands) {

	/**
	 * The portal's own application.
	 * @return its id
	 */
	public ClientId client() {
		return new ClientId(this.clientId);
	}

	/**
	 * Where people and applications sign in.
	 * @return the address, without a slash at its end
	 */
	public String loginAddress() {
		return address(this.login, this.cloud.login());
	}

	/**
	 * Where Microsoft Graph answers.
	 * @return the address, without version and without a slash at its end
	 */
	public String graphAddress() {
		return address(this.graph, this.cloud.graph());
	}

	/**
	 * Where Exchange Online answers.
	 * @return the address, without a slash at its end
	 */
	public String outlookAddress() {
		return address(this.outlook, this.cloud.outlook());
	}

	private static String address(@Nullable URI override, URI usual) {
		String address = ((override != null) ? override : usual).toString();
		return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

}
