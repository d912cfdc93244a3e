package com.highstage.portal.microsoft;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.microsoft.ConsentPageProperties.Form;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.LinkToken;
import com.highstage.portal.vault.Secret;

class ConsentPagesTests {

	private static final TenantId TENANT = TenantId.parse("11111111-2222-4333-8444-555555555555");

	private static final ClientId CLIENT = ClientId.parse("66666666-7777-4888-9999-000000000000");

	private static final UUID PORTAL = UUID.fromString("5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10");

	private static final URI CALLBACK = URI.create("https://portal.example/consent/callback");

	private static final LinkToken STATE = new LinkToken("state-1");

	private static final Set<MailPermission> ALL = EnumSet.allOf(MailPermission.class);

	@Test
	void thePortalAsksForItsThreeScopesOnce() {
		Assertions.assertThat(pages(Cloud.GLOBAL, null, Form.DECLARED).ofPortal(TENANT, CALLBACK, STATE))
			.hasToString("https://login.microsoftonline.com/" + TENANT + "/v2.0/adminconsent?client_id=" + PORTAL
					+ "&scope=https%3A%2F%2Fgraph.microsoft.com%2FUser.Read%20"
					+ "https%3A%2F%2Fgraph.microsoft.com%2FApplication.ReadWrite.All%20"
					+ "https%3A%2F%2Foutlook.office365.com%2FExchange.Manage"
					+ "&redirect_uri=https%3A%2F%2Fportal.example%2Fconsent%2Fcallback&state=state-1");
	}

	@Test
	void withoutCommandsInExchangeThePortalDoesNotAskForThem() {
		MicrosoftProperties scriptOnly = new MicrosoftProperties(Cloud.GLOBAL, null, null, null, PORTAL,
				Secret.of("secret"), false);
		Assertions
			.assertThat(new ConsentPages(scriptOnly, new ConsentPageProperties(Form.DECLARED)).ofPortal(TENANT,
					CALLBACK, STATE))
			.hasParameter("scope",
					"https://graph.microsoft.com/User.Read https://graph.microsoft.com/Application.ReadWrite.All");
	}

	@Test
	void theCustomersApplicationAsksForAllThatItDeclares() {
		Assertions
			.assertThat(pages(Cloud.GLOBAL, null, Form.DECLARED).ofApplication(TENANT, CLIENT, ALL, CALLBACK, STATE))
			.hasToString("https://login.microsoftonline.com/" + TENANT + "/adminconsent?client_id=" + CLIENT
					+ "&redirect_uri=https%3A%2F%2Fportal.example%2Fconsent%2Fcallback&state=state-1");
	}

	@Test
	void oneValueChoosesTheFormWithScopes() {
		ConsentPages pages = pages(Cloud.GLOBAL, null, Form.SCOPED);
		Assertions
			.assertThat(pages.ofApplication(TENANT, CLIENT, EnumSet.of(MailPermission.IMAP, MailPermission.POP),
					CALLBACK, STATE))
			.hasPath("/" + TENANT + "/v2.0/adminconsent")
			.hasParameter("scope", "https://ps.outlook.com/.default");
		Assertions.assertThat(pages.ofApplication(TENANT, CLIENT, EnumSet.of(MailPermission.SMTP), CALLBACK, STATE))
			.hasParameter("scope", "https://outlook.office365.com/.default");
		Assertions.assertThat(pages.ofApplication(TENANT, CLIENT, ALL, CALLBACK, STATE))
			.hasParameter("scope", "https://outlook.office365.com/.default https://ps.outlook.com/.default");
	}

	@Test
	void anotherCloudHasItsOwnAddressesAndScopes() {
		Assertions.assertThat(pages(Cloud.GCC_HIGH, null, Form.DECLARED).ofPortal(TENANT, CALLBACK, STATE))
			.hasHost("login.microsoftonline.us")
			.hasParameter("scope", "https://graph.microsoft.us/User.Read "
					+ "https://graph.microsoft.us/Application.ReadWrite.All https://outlook.office365.us/Exchange.Manage");
	}

	@Test
	void anotherAddressDoesNotChangeTheScopes() {
		URI login = URI.create("http://localhost:9400/login");
		Assertions.assertThat(pages(Cloud.GLOBAL, login, Form.DECLARED).ofPortal(TENANT, CALLBACK, STATE).toString())
			.startsWith("http://localhost:9400/login/" + TENANT + "/v2.0/adminconsent?")
			.contains("graph.microsoft.com%2FUser.Read");
	}

	@Test
	void whatIsPassedInStaysInItsPlace() {
		Assertions
			.assertThat(pages(Cloud.GLOBAL, null, Form.DECLARED).ofPortal(TENANT, CALLBACK,
					new LinkToken("a&client_id=evil#{x}")))
			.hasParameter("state", "a&client_id=evil#{x}")
			.hasParameter("client_id", PORTAL.toString());
	}

	private static ConsentPages pages(Cloud cloud, @Nullable URI login, Form form) {
		return new ConsentPages(new MicrosoftProperties(cloud, login, null, null, PORTAL, Secret.of("secret"), true),
				new ConsentPageProperties(form));
	}

}
