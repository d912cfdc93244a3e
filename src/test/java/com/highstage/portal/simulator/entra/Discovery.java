package com.highstage.portal.simulator.entra;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.Organisation;

/**
 * Entra's metadata. The issuers are Microsoft's own; the endpoints are where the client
 * already is.
 *
 * @param key the signing key
 */
record Discovery(SigningKey key) {

	Answer configuration(String base, String realm, Optional<Organisation> organisation) {
		String tenant = organisation.map(Organisation::tenantId).orElse("{tenantid}");
		String at = base + "/" + organisation.map(Organisation::tenantId).orElse(realm);
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.put("token_endpoint", at + "/oauth2/v2.0/token");
		list(body, "token_endpoint_auth_methods_supported", "client_secret_post", "private_key_jwt",
				"client_secret_basic");
		body.put("jwks_uri", at + "/discovery/v2.0/keys");
		list(body, "response_modes_supported", "query", "fragment", "form_post");
		list(body, "subject_types_supported", "pairwise");
		list(body, "id_token_signing_alg_values_supported", "RS256");
		list(body, "response_types_supported", "code");
		list(body, "scopes_supported", "openid", "profile", "email", "offline_access");
		list(body, "code_challenge_methods_supported", "plain", "S256");
		body.put("issuer", "https://login.microsoftonline.com/" + tenant + "/v2.0");
		body.put("request_uri_parameter_supported", false);
		body.put("userinfo_endpoint", "https://graph.microsoft.com/oidc/userinfo");
		body.put("authorization_endpoint", at + "/oauth2/v2.0/authorize");
		body.put("http_logout_supported", true).put("frontchannel_logout_supported", true);
		body.put("end_session_endpoint", at + "/oauth2/v2.0/logout");
		list(body, "claims_supported", "sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid",
				"ver", "email");
		body.put("tenant_region_scope", "EU").put("cloud_instance_name", "microsoftonline.com");
		body.put("cloud_graph_host_name", "graph.windows.net").put("msgraph_host", "graph.microsoft.com");
		return Answer.json(200, body);
	}

	private static void list(ObjectNode body, String name, String... values) {
		List.of(values).forEach(body.withArray(name)::add);
	}

	Answer keys() {
		ObjectNode published = (ObjectNode) JsonMapper.shared().valueToTree(this.key.published());
		published.put("issuer", "https://login.microsoftonline.com/{tenantid}/v2.0").put("use", "sig");
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.withArray("keys").add(published);
		return Answer.json(200, body);
	}

	Answer instance(Map<String, String> query) {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		String endpoint = query.getOrDefault("authorization_endpoint", "");
		body.put("tenant_discovery_endpoint",
				endpoint.replace("/oauth2/v2.0/authorize", "/v2.0/.well-known/openid-configuration"));
		body.put("api-version", "1.1");
		ObjectNode metadata = body.withArray("metadata").addObject();
		metadata.put("preferred_network", "login.microsoftonline.com").put("preferred_cache", "login.windows.net");
		list(metadata, "aliases", "login.microsoftonline.com", "login.windows.net", "login.microsoft.com",
				"sts.windows.net");
		return Answer.json(200, body);
	}

}
