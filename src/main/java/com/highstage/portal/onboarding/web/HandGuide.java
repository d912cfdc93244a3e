package com.highstage.portal.onboarding.web;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.Facts.ApplicationFacts;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.TenantId;

/**
 * The customer's values and the addresses in the Entra admin center, for those who do a
 * step by hand.
 *
 * @param adminCenter the admin center of the organisation's cloud
 * @param tenant the organisation
 * @param application the application, once it is known
 * @param portal the portal's own application
 * @param redirectUri the redirect URI to add to the application
 * @param portalAddress where colleagues sign in to the portal
 */
public record HandGuide(String adminCenter, TenantId tenant, @Nullable ApplicationFacts application, ClientId portal,
		URI redirectUri, URI portalAddress) {

	private static final String APPLICATION = "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/";

	/**
	 * The guide's parts, in their order.
	 * @return the parts
	 */
	public List<Part> parts() {
		return List.of(new Part("register", 4), new Part("secret", 3), new Part("permissions", 4),
				new Part("consent", 2));
	}

	public String newRegistration() {
		return this.adminCenter
				+ "/#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false";
	}

	public String registrations() {
		return this.adminCenter + "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
	}

	public String overview() {
		return page("Overview");
	}

	public String secrets() {
		return page("Credentials");
	}

	public String permissions() {
		return page("CallAnAPI");
	}

	public String authentication() {
		return page("Authentication");
	}

	/**
	 * The portal's own enterprise application, to take its access away.
	 * @return the address of its page
	 */
	public String portalAccess() {
		return this.adminCenter + "/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/appId/" + this.portal;
	}

	/**
	 * The customer's enterprise application, where its sign-in is switched on.
	 * @return the address of its page
	 */
	public String enterprise() {
		return (this.application != null)
				? this.adminCenter + "/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Properties/appId/"
						+ this.application.clientId()
				: this.adminCenter + "/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";
	}

	private String page(String name) {
		return (this.application != null)
				? this.adminCenter + APPLICATION + name + "/appId/" + this.application.clientId() : registrations();
	}

	/**
	 * One part of the guide; messages {@code hand.<name>.1} and so on.
	 *
	 * @param name the step's name in message keys
	 * @param lines how many instructions it has
	 */
	public record Part(String name, int lines) {

	}

}
