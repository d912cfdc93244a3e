package com.highstage.portal.simulator.entra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Forms;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * A checked request to the authorization endpoint.
 *
 * @param client who asks
 * @param realm the organisation, empty for {@code /organizations} and {@code /common}
 * @param scopes what is asked for
 * @param values the parameters as sent
 */
record AuthorizeRequest(Client client, Optional<Organisation> realm, Scopes scopes, Map<String, String> values) {

	private static final Set<String> PROMPTS = Set.of("", "none", "login", "select_account", "consent", "create");

	/**
	 * Checks what must be right before anything may be sent to the redirect URI.
	 * @param world Microsoft's side
	 * @param realm the organisation, if the address names one
	 * @param values the parameters
	 * @return the client
	 */
	static Client client(World world, Optional<Organisation> realm, Map<String, String> values) {
		if (!values.containsKey("client_id")) {
			throw Aadsts.of(900144, "client_id");
		}
		Client client = Client.find(world, values.get("client_id"), realm);
		if (values.containsKey("redirect_uri")) {
			client.checkRedirect(values.get("redirect_uri"));
		}
		else {
			throw Aadsts.of(900144, "redirect_uri");
		}
		return client;
	}

	static AuthorizeRequest of(Client client, Optional<Organisation> realm, Map<String, String> values) {
		for (String required : new String[] { "response_type", "scope" }) {
			if (values.getOrDefault(required, "").isBlank()) {
				throw Aadsts.of(900144, required);
			}
		}
		if (!values.get("response_type").equals("code")) {
			throw Aadsts.of(700054, values.get("response_type"));
		}
		if (!Set.of("query", "fragment", "form_post").contains(values.getOrDefault("response_mode", "query"))) {
			throw Aadsts.of(70007, values.get("response_mode"));
		}
		if (!PROMPTS.contains(values.getOrDefault("prompt", ""))) {
			throw Aadsts.of(90023, "Unsupported 'prompt' value.");
		}
		if (!Set.of("S256", "plain").contains(values.getOrDefault("code_challenge_method", "plain"))) {
			throw Aadsts.of(90023, "Unsupported 'code_challenge_method' value.");
		}
		return new AuthorizeRequest(client, realm, Scopes.parse(values.get("scope"), client.name()), values);
	}

	String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	boolean prompt(String prompt) {
		return value("prompt").equals(prompt);
	}

	Grant.@Nullable Proof proof() {
		return value("code_challenge").isEmpty() ? null
				: new Grant.Proof(value("code_challenge"), this.values.getOrDefault("code_challenge_method", "plain"));
	}

	/**
	 * Sends the browser back to the application.
	 * @param values the request's parameters
	 * @param result what it is told
	 * @return the redirect
	 */
	static Answer back(Map<String, String> values, Map<String, String> result) {
		Map<String, String> all = new LinkedHashMap<>(result);
		if (values.containsKey("state")) {
			all.put("state", values.get("state"));
		}
		String redirectUri = values.get("redirect_uri");
		if (values.getOrDefault("response_mode", "query").equals("form_post")) {
			return Answer.html(200, new Pages().render("form-post", Map.of("action", redirectUri, "fields", all)));
		}
		String separator = values.getOrDefault("response_mode", "query").equals("fragment") ? "#"
				: (redirectUri.contains("?") ? "&" : "?");
		return Answer.redirect(redirectUri + separator + Forms.encode(all));
	}

}
