package com.highstage.portal.simulator.entra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * The authorization endpoint: account tiles instead of passwords, then consent, then a
 * code.
 *
 * @param world Microsoft's side
 * @param grants codes and lasting sign-ins
 * @param pages the pages
 */
record Authorize(World world, Grants grants, Pages pages) {

	Answer handle(Request request, Optional<Organisation> realm) {
		Map<String, String> values = new LinkedHashMap<>(request.query());
		request.form().forEach(values::putIfAbsent);
		Visit visit = new Visit(this.world, this.grants, this.pages, request);
		Client client;
		try {
			client = AuthorizeRequest.client(this.world, realm, values);
		}
		catch (Aadsts ex) {
			return visit.page(ex, null);
		}
		AuthorizeRequest asked;
		try {
			asked = AuthorizeRequest.of(client, realm, values);
		}
		catch (Aadsts ex) {
			return AuthorizeRequest.back(values, visit.error(ex));
		}
		return proceed(visit, asked);
	}

	private Answer proceed(Visit visit, AuthorizeRequest asked) {
		try {
			Optional<SignedIn> person = visit.person(asked.realm(), asked.values());
			if (person.isEmpty()) {
				return visit.tiles(asked.realm(), asked.values());
			}
			visit.checkRefusals(person.get(), asked.client());
			return consent(visit, asked, person.get());
		}
		catch (Aadsts ex) {
			boolean back = asked.prompt("none") || this.world.settings().refusalsReturn();
			Answer returned = AuthorizeRequest.back(asked.values(), visit.error(ex));
			return back ? returned : visit.page(ex, returned.header("Location"));
		}
	}

	private Answer consent(Visit visit, AuthorizeRequest asked, SignedIn person) {
		Consents consents = new Consents(new Directory(this.world, person.organisation()));
		checkServices(asked, person.organisation());
		String decision = visit.request().form().getOrDefault("consent", "");
		List<Scopes.Wanted> missing = (asked.prompt("consent") && decision.isEmpty()) ? asked.scopes().wanted()
				: consents.missing(asked.client().id(), asked.scopes(), person.account());
		if (missing.isEmpty()) {
			return code(visit, asked, person);
		}
		boolean admin = person.account().mayConsentForAll();
		boolean adminOnly = missing.stream().anyMatch((one) -> one.scope().adminOnly());
		if (asked.prompt("none")) {
			throw (adminOnly && !admin)
					? Aadsts.of(90094, person.organisation().name(), asked.client().name()).as("interaction_required")
					: Aadsts.of(65001, asked.client().id(), asked.client().name());
		}
		if (decision.equals("cancel")) {
			return AuthorizeRequest.back(asked.values(), visit.error(Aadsts.of(65004)));
		}
		if (adminOnly && !admin) {
			throw Aadsts.of(90094, person.organisation().name(), asked.client().name());
		}
		if (!decision.equals("accept")) {
			return visit.consentPage(asked.client(), person, missing, admin);
		}
		boolean forAll = admin && visit.request().form().containsKey("organisation");
		consents.grant(asked.client().id(), missing, forAll ? null : person.account());
		return code(visit, asked, person);
	}

	private static void checkServices(AuthorizeRequest asked, Organisation organisation) {
		asked.scopes()
			.apis()
			.stream()
			.filter((api) -> organisation.servicePrincipalByAppId(api.appId().toString()).isEmpty())
			.findFirst()
			.ifPresent((api) -> {
				throw Aadsts.of(650052, api.audiences().getFirst(), api.appId(), organisation.name());
			});
	}

	private Answer code(Visit visit, AuthorizeRequest asked, SignedIn person) {
		String code = this.grants.code(new Grant(asked.client().id(), asked.value("redirect_uri"), person,
				asked.scopes(), asked.value("nonce"), asked.proof(), this.world.now()));
		Map<String, String> result = new LinkedHashMap<>();
		result.put("code", code);
		if (asked.value("client_info").equals("1")) {
			result.put("client_info", ClientInfo.of(this.world, person));
		}
		result.put("session_state", visit.session());
		return visit.remembering(AuthorizeRequest.back(asked.values(), result), person.account());
	}

}
