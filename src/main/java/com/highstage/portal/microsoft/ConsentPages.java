package com.highstage.portal.microsoft;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.LinkToken;

/**
 * Addresses of Microsoft's admin-consent pages. What comes back from them proves nothing:
 * anyone can type the address.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/v2-admin-consent">Admin consent on
 * the Microsoft identity platform</a>
 */
@Component
public class ConsentPages {

	private static final String IMAP_AND_POP_WORLDWIDE = "https://ps.outlook.com";

	private final MicrosoftProperties microsoft;

	private final ConsentPageProperties properties;

	ConsentPages(MicrosoftProperties microsoft, ConsentPageProperties properties) {
		this.microsoft = microsoft;
		this.properties = properties;
	}

	/**
	 * Where an administrator allows the portal itself to set things up; in Exchange only
	 * if the portal may run commands there.
	 * @param tenant the organisation
	 * @param callback the portal's consent callback, registered with its own application
	 * @param state comes back unchanged
	 * @return the address
	 */
	public URI ofPortal(TenantId tenant, URI callback, LinkToken state) {
		Cloud cloud = this.microsoft.cloud();
		String scope = cloud.graph() + "/User.Read " + cloud.graph() + "/Application.ReadWrite.All";
		if (this.microsoft.exchangeCommands()) {
			scope += " " + cloud.outlook() + "/Exchange.Manage";
		}
		return scoped(tenant, this.microsoft.client(), scope, callback, state);
	}

	/**
	 * Where an administrator consents to the permissions of the customer's application.
	 * @param tenant the organisation
	 * @param client the customer's application
	 * @param permissions what is asked for
	 * @param callback the portal's consent callback, registered with that application
	 * @param state comes back unchanged
	 * @return the address
	 */
	public URI ofApplication(TenantId tenant, ClientId client, Set<MailPermission> permissions, URI callback,
			LinkToken state) {
		if (this.properties.form() == ConsentPageProperties.Form.SCOPED) {
			return scoped(tenant, client, scope(permissions), callback, state);
		}
		return page("/" + tenant + "/adminconsent").queryParam("client_id", "{client}")
			.queryParam("redirect_uri", "{callback}")
			.queryParam("state", "{state}")
			.encode()
			.build(client, callback, state.value());
	}

	private URI scoped(TenantId tenant, ClientId client, String scope, URI callback, LinkToken state) {
		return page("/" + tenant + "/v2.0/adminconsent").queryParam("client_id", "{client}")
			.queryParam("scope", "{scope}")
			.queryParam("redirect_uri", "{callback}")
			.queryParam("state", "{state}")
			.encode()
			.build(client, scope, callback, state.value());
	}

	private UriComponentsBuilder page(String path) {
		return UriComponentsBuilder.fromUriString(this.microsoft.loginAddress()).path(path);
	}

	private String scope(Set<MailPermission> permissions) {
		Cloud cloud = this.microsoft.cloud();
		String mailboxes = (cloud == Cloud.GLOBAL) ? IMAP_AND_POP_WORLDWIDE : cloud.outlook().toString();
		Set<String> scopes = new TreeSet<>();
		for (MailPermission permission : permissions) {
			String resource = (permission == MailPermission.SMTP) ? cloud.outlook().toString() : mailboxes;
			scopes.add(resource + "/.default");
		}
		return String.join(" ", scopes);
	}

}
