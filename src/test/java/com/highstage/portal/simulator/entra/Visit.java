package com.highstage.portal.simulator.entra;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Account;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * One browser's visit to Entra's pages: who is signed in there, and what it is shown.
 *
 * @param world Microsoft's side
 * @param grants lasting sign-ins
 * @param pages the pages
 * @param request the browser's request
 */
record Visit(World world, Grants grants, Pages pages, Request request) {

	private static final String COOKIE = "ESTSAUTHPERSISTENT";

	String session() {
		return this.request.cookie(COOKIE).orElse("");
	}

	/**
	 * Who is signed in, as the organisation sees this person.
	 * @param realm the organisation, empty for the person's own
	 * @param values the request's parameters
	 * @return empty if the person has to choose an account
	 */
	Optional<SignedIn> person(Optional<Organisation> realm, Map<String, String> values) {
		String chosen = chosen();
		if (!chosen.isEmpty()) {
			return Optional.of(resolve(chosen, realm));
		}
		String prompt = values.getOrDefault("prompt", "");
		List<String> usable = usable(realm, values);
		if (prompt.equals("none") && usable.isEmpty()) {
			throw Aadsts.of(50058);
		}
		if (prompt.equals("none") && usable.size() > 1) {
			throw Aadsts.of(16000);
		}
		boolean ask = prompt.equals("login") || prompt.equals("select_account") || usable.size() != 1;
		return ask ? Optional.empty() : Optional.of(resolve(usable.getFirst(), realm));
	}

	private String chosen() {
		Map<String, String> form = this.request.form();
		String typed = form.getOrDefault("address", "").trim();
		return typed.isEmpty() ? form.getOrDefault("account", "") : typed;
	}

	private List<String> usable(Optional<Organisation> realm, Map<String, String> values) {
		String hint = values.getOrDefault("login_hint", "");
		List<String> signedIn = this.grants.signedIn(session());
		List<String> members = signedIn.stream()
			.filter((address) -> realm.isEmpty() || realm.get().account(address).isPresent())
			.toList();
		List<String> candidates = members.isEmpty() ? signedIn : members;
		return candidates.stream().filter((address) -> hint.isEmpty() || hint.equalsIgnoreCase(address)).toList();
	}

	private SignedIn resolve(String address, Optional<Organisation> realm) {
		Optional<Organisation> home = this.world.homeOf(address);
		if (address.endsWith("@outlook.example")) {
			throw Aadsts.of(realm.isEmpty() ? 500202 : 50020, address, "live.com",
					realm.map(Organisation::name).orElse(""), "");
		}
		Organisation organisation = realm.or(() -> home).orElseThrow(() -> Aadsts.of(50034, address, "organizations"));
		Account account = organisation.account(address)
			.orElseThrow(() -> home.isPresent() ? Aadsts.of(50020, address,
					"https://sts.windows.net/" + home.get().tenantId() + "/", organisation.name(), "")
					: Aadsts.of(50034, address, organisation.name()));
		return new SignedIn(organisation, account);
	}

	void checkRefusals(SignedIn person, Client client) {
		Map<String, Integer> refusals = this.world.settings().refusals();
		for (String key : List.of(person.account().address(), person.organisation().domain(), client.id())) {
			if (refusals.containsKey(key)) {
				throw Aadsts.of(refusals.get(key), client.name(), person.account().address());
			}
		}
		person.organisation().servicePrincipalByAppId(client.id()).ifPresent((principal) -> {
			String oid = person.account().oid().toString();
			boolean assigned = person.organisation()
				.assignments()
				.values()
				.stream()
				.anyMatch(
						(one) -> one.text("resourceId").equals(principal.id()) && one.text("principalId").equals(oid));
			if (principal.properties().path("appRoleAssignmentRequired").asBoolean() && !assigned) {
				throw Aadsts.of(50105, client.name(), person.account().address());
			}
		});
	}

	Map<String, String> error(Aadsts error) {
		Map<String, String> result = new LinkedHashMap<>();
		result.put("error", error.error());
		result.put("error_description", error.description(this.world.now(), UUID.randomUUID().toString()));
		result.put("error_uri", "https://login.microsoftonline.com/error?code=" + error.number());
		return result;
	}

	Answer page(Aadsts error, @Nullable String returnTo) {
		Map<String, Object> values = new HashMap<>();
		values.put("number", error.number());
		values.put("message", error.description(this.world.now(), UUID.randomUUID().toString()));
		values.put("returnTo", returnTo);
		values.put("approval", error.number() == 90094);
		return Answer.html((error.number() != 90094) ? 400 : 200, this.pages.render("refused", values));
	}

	Answer tiles(Optional<Organisation> realm, Map<String, String> values) {
		String hint = values.getOrDefault("login_hint", "");
		String domain = values.getOrDefault("domain_hint", "");
		List<Organisation> shown = this.world.organisations()
			.stream()
			.filter((organisation) -> realm.isEmpty() || realm.get() == organisation)
			.filter((organisation) -> domain.isEmpty() || domain.equals("organizations") || organisation.is(domain))
			.toList();
		Map<String, Object> model = new HashMap<>();
		model.put("organisations", shown);
		model.put("hint", hint);
		model.put("everybody", realm.isEmpty());
		model.put("personal", realm.isEmpty() && hint.isEmpty());
		model.put("action", this.request.target());
		return Answer.html(200, this.pages.render("tiles", model));
	}

	Answer consentPage(Client client, SignedIn person, List<Scopes.Wanted> missing, boolean admin) {
		List<String> texts = missing.stream().map((one) -> one.scope().text()).distinct().toList();
		return remembering(consentPage(client, person, texts, admin ? "choice" : "person"), person.account());
	}

	Answer consentPage(Client client, SignedIn person, List<String> texts, String kind) {
		Map<String, Object> model = new HashMap<>();
		model.put("client", client.name());
		model.put("publisher", client.home().domain());
		model.put("account", person.account().address());
		model.put("organisation", person.organisation().name());
		model.put("texts", texts);
		model.put("kind", kind);
		model.put("action", this.request.target());
		return Answer.html(200, this.pages.render("consent", model));
	}

	/**
	 * Lets the sign-in last in this browser.
	 * @param answer what is sent
	 * @param account who signed in
	 * @return the answer with a cookie
	 */
	Answer remembering(Answer answer, Account account) {
		String id = this.grants.session(session(), account.address());
		String path = this.request.path().startsWith("/login/") ? "/login" : "/";
		return answer.with("Set-Cookie", COOKIE + "=" + id + "; Path=" + path + "; HttpOnly; SameSite=Lax");
	}

}
