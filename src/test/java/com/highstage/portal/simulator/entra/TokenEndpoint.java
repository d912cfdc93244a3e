package com.highstage.portal.simulator.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.Published;
import com.highstage.portal.simulator.model.World;

/**
 * The token endpoint: codes, refresh tokens and client credentials.
 *
 * @param world Microsoft's side
 * @param grants codes and refresh tokens
 * @param tokens makes the tokens
 */
record TokenEndpoint(World world, Grants grants, Tokens tokens) {

	Answer handle(Request request, Optional<Organisation> realm) {
		if (!request.method().equals("POST")) {
			throw Aadsts.of(900561);
		}
		Map<String, String> form = request.form();
		if (!form.containsKey("grant_type")) {
			throw Aadsts.of(900144, "grant_type");
		}
		Optional<String> authorization = request.header("authorization");
		String clientId = form.containsKey("client_id") ? form.get("client_id")
				: authorization.map((header) -> Basic.parse(header).clientId())
					.orElseThrow(() -> Aadsts.of(900144, "client_id"));
		Client client = Client.find(this.world, clientId, realm);
		return switch (form.get("grant_type")) {
			case "authorization_code" -> code(client, form, authorization, realm);
			case "refresh_token" -> refresh(client, form, authorization);
			case "client_credentials" -> {
				new ClientAuthentication(this.world).check(client, form, authorization);
				yield new AppOnly(this.world, this.tokens).answer(client, form, realm);
			}
			default -> throw Aadsts.of(70003);
		};
	}

	private Answer code(Client client, Map<String, String> form, Optional<String> authorization,
			Optional<Organisation> realm) {
		if (!form.containsKey("code")) {
			throw Aadsts.of(900144, "code");
		}
		if (!client.isPublic(form.getOrDefault("redirect_uri", ""))) {
			new ClientAuthentication(this.world).check(client, form, authorization);
		}
		Grant grant = this.grants.redeem(form.get("code"), this.world);
		if (!grant.clientId().equals(client.id())) {
			throw Aadsts.of(70000, "code");
		}
		if (!form.getOrDefault("redirect_uri", "").equals(grant.redirectUri())) {
			throw Aadsts.of(70000, "redirect_uri").as("invalid_grant");
		}
		checkRealm(grant.person(), realm);
		checkProof(grant.proof(), form.getOrDefault("code_verifier", ""));
		return delegated(client, grant, form.getOrDefault("scope", ""), form);
	}

	/**
	 * A code must be redeemed where it was acquired; the shared endpoint stands for the
	 * person's home.
	 */
	private static void checkRealm(SignedIn person, Optional<Organisation> realm) {
		boolean same = realm.map((organisation) -> organisation == person.organisation())
			.orElse(!person.account().guest());
		if (!same) {
			throw Aadsts.of(700005);
		}
	}

	private static void checkProof(Grant.Proof proof, String verifier) {
		if (proof == null && verifier.isEmpty()) {
			return;
		}
		if (proof == null || verifier.isEmpty()) {
			throw Aadsts.of(501481);
		}
		String expected = proof.method().equals("plain") ? verifier : sha256(verifier);
		if (!expected.equals(proof.challenge())) {
			throw Aadsts.of(501481);
		}
	}

	private static String sha256(String verifier) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(
						MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Answer refresh(Client client, Map<String, String> form, Optional<String> authorization) {
		Grant grant = this.grants.refresh(form.getOrDefault("refresh_token", ""));
		if (!client.isPublic(grant.redirectUri())) {
			new ClientAuthentication(this.world).check(client, form, authorization);
		}
		if (!grant.clientId().equals(client.id())) {
			throw Aadsts.of(70000, "refresh_token");
		}
		return delegated(client, grant, form.getOrDefault("scope", ""), form);
	}

	private Answer delegated(Client client, Grant grant, String scope, Map<String, String> form) {
		Scopes asked = scope.isBlank() ? first(grant.scopes()) : Scopes.parse(scope, client.name());
		List<Published> apis = asked.apis();
		if (apis.size() > 1) {
			throw Aadsts.of(28000, scope);
		}
		Organisation organisation = grant.person().organisation();
		Consents consents = new Consents(new Directory(this.world, organisation));
		if (!consents.missing(client.id(), asked, grant.person().account()).isEmpty()) {
			throw Aadsts.of(65001, client.id(), client.name());
		}
		Published api = apis.isEmpty() ? Published.graph() : apis.getFirst();
		String audience = apis.isEmpty() ? api.audiences().getFirst()
				: asked.resources().wanted().getFirst().audience();
		List<Scopes.Wanted> granted = consents.granted(client.id(), api, grant.person().account())
			.stream()
			.map((name) -> new Scopes.Wanted(api, audience, api.scope(name).orElseThrow()))
			.toList();
		return answer(client, grant, asked.and(grant.scopes()), granted, audience, form);
	}

	private static Scopes first(Scopes scopes) {
		return scopes.apis().isEmpty() ? scopes : scopes.of(scopes.apis().getFirst());
	}

	private Answer answer(Client client, Grant grant, Scopes scopes, List<Scopes.Wanted> granted, String audience,
			Map<String, String> form) {
		long seconds = this.tokens.lifetime();
		List<Scopes.Wanted> shown = Stream
			.concat(scopes.wanted().stream().filter(Scopes.Wanted::openid), granted.stream())
			.distinct()
			.toList();
		ObjectNode body = body(seconds);
		body.put("scope", shown.stream().map(Scopes.Wanted::full).distinct().collect(Collectors.joining(" ")));
		body.put("access_token", this.tokens.accessToken(client, grant.person(), shown, audience, seconds));
		if (scopes.has("offline_access")) {
			body.put("refresh_token", this.grants.refreshToken(grant));
		}
		if (scopes.has("openid")) {
			String nonce = (grant.nonce() != null) ? grant.nonce() : "";
			body.put("id_token", this.tokens.idToken(client, grant.person(), scopes, nonce));
		}
		if (form.containsKey("client_info")) {
			body.put("client_info", ClientInfo.of(this.world, grant.person()));
		}
		return Answer.json(200, body);
	}

	static ObjectNode body(long seconds) {
		return JsonMapper.shared()
			.createObjectNode()
			.put("token_type", "Bearer")
			.put("expires_in", seconds)
			.put("ext_expires_in", seconds);
	}

}
