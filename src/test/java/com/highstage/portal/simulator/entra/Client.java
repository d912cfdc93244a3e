package com.highstage.portal.simulator.entra;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * The application that sends a request.
 *
 * @param home the organisation that registered it
 * @param registration its registration
 */
record Client(Organisation home, DirectoryObject registration) {

	/**
	 * Finds a client as an organisation sees it.
	 * @param world Microsoft's side
	 * @param clientId the application id
	 * @param realm the organisation, empty for {@code /organizations}
	 * @return the client
	 * @throws Aadsts if the organisation does not know it
	 */
	static Client find(World world, String clientId, Optional<Organisation> realm) {
		String where = realm.map(Organisation::name).orElse("organizations");
		Organisation home = world.homeOfApplication(clientId).orElseThrow(() -> Aadsts.of(700016, clientId, where));
		Client client = new Client(home, home.applicationByAppId(clientId).orElseThrow());
		boolean foreign = realm.filter((organisation) -> organisation != home).isPresent();
		if (!client.multiTenant() && (foreign || !world.replicated(client.registration.since()))) {
			throw Aadsts.of(700016, clientId, where);
		}
		if (!client.multiTenant() && realm.isEmpty()) {
			throw Aadsts.of(50194, clientId);
		}
		return client;
	}

	String id() {
		return this.registration.text("appId");
	}

	String name() {
		return this.registration.text("displayName");
	}

	boolean multiTenant() {
		return !this.registration.text("signInAudience").equals("AzureADMyOrg");
	}

	/**
	 * Whether an answer may be sent there: exact match, but any port on localhost.
	 * @param redirectUri where the client wants it
	 * @throws Aadsts if it is not registered
	 */
	void checkRedirect(String redirectUri) {
		if (redirectUris().isEmpty()) {
			throw Aadsts.of(500113);
		}
		if (redirectUris().stream().noneMatch((registered) -> matches(registered, redirectUri))) {
			throw Aadsts.of(50011, redirectUri, id());
		}
	}

	private List<String> redirectUris() {
		List<String> all = new ArrayList<>();
		for (String kind : List.of("web", "spa", "publicClient")) {
			for (JsonNode uri : this.registration.properties().path(kind).path("redirectUris")) {
				all.add(uri.asString());
			}
		}
		return all;
	}

	boolean isPublic(String redirectUri) {
		for (JsonNode uri : this.registration.properties().path("publicClient").path("redirectUris")) {
			if (matches(uri.asString(), redirectUri)) {
				return true;
			}
		}
		return false;
	}

	private static String path(URI uri) {
		return (uri.getPath() == null || uri.getPath().isEmpty()) ? "/" : uri.getPath();
	}

	private static boolean matches(String registered, String wanted) {
		if (registered.equals(wanted)) {
			return true;
		}
		try {
			URI one = URI.create(registered);
			URI other = URI.create(wanted);
			return "http".equals(other.getScheme()) && "http".equals(one.getScheme())
					&& "localhost".equals(other.getHost()) && "localhost".equals(one.getHost())
					&& path(one).equals(path(other)) && other.getQuery() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
