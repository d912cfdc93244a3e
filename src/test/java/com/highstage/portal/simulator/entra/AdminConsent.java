package com.highstage.portal.simulator.entra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.Published;
import com.highstage.portal.simulator.model.World;

/**
 * The admin-consent page, in its form with {@code scope} and in the older one without.
 *
 * @param world Microsoft's side
 * @param grants lasting sign-ins
 * @param pages the pages
 */
record AdminConsent(World world, Grants grants, Pages pages) {

	Answer handle(Request request, Optional<Organisation> realm, boolean withScope) {
		Map<String, String> values = request.query();
		Visit visit = new Visit(this.world, this.grants, this.pages, request);
		Client client;
		try {
			client = AuthorizeRequest.client(this.world, realm, values);
			if (withScope && !values.containsKey("scope")) {
				throw Aadsts.of(900144, "scope");
			}
		}
		catch (Aadsts ex) {
			return visit.page(ex, null);
		}
		try {
			Optional<SignedIn> person = visit.person(realm, values);
			if (person.isEmpty()) {
				return visit.tiles(realm, values);
			}
			visit.checkRefusals(person.get(), client);
			return decide(visit, client, person.get(), values);
		}
		catch (Aadsts ex) {
			Answer back = back(values, visit, ex);
			boolean returns = ex.number() == 650052 || this.world.settings().refusalsReturn();
			return returns ? back : visit.page(ex, back.header("Location"));
		}
	}

	private Answer back(Map<String, String> values, Visit visit, Aadsts error) {
		Map<String, String> result = new LinkedHashMap<>(visit.error(error));
		result.put("admin_consent", "True");
		return AuthorizeRequest.back(values, result);
	}

	private Answer decide(Visit visit, Client client, SignedIn person, Map<String, String> values) {
		Organisation organisation = person.organisation();
		Scopes scopes = Scopes.parse(values.getOrDefault("scope", ""), client.name());
		Stream.concat(scopes.apis().stream(), declared(client).stream().filter((api) -> scopes.wanted().isEmpty()))
			.filter((api) -> organisation.servicePrincipalByAppId(api.appId().toString()).isEmpty())
			.findFirst()
			.ifPresent((api) -> {
				throw Aadsts.of(650052, api.audiences().getFirst(), api.appId(), organisation.name());
			});
		if (!person.account().mayConsentForAll()) {
			throw Aadsts.of(90094, organisation.name(), client.name());
		}
		String decision = visit.request().form().getOrDefault("consent", "");
		if (decision.equals("cancel")) {
			return back(values, visit, Aadsts.of(65004));
		}
		if (!decision.equals("accept")) {
			return visit.remembering(visit.consentPage(client, person, texts(client, scopes), "organisation"),
					person.account());
		}
		return accept(visit, client, person, scopes);
	}

	private Answer accept(Visit visit, Client client, SignedIn person, Scopes scopes) {
		Consents consents = new Consents(new Directory(this.world, person.organisation()));
		if (scopes.wanted().isEmpty()) {
			consents.grantDeclared(client.registration(), null);
		}
		for (Scopes.Wanted wanted : scopes.wanted()) {
			if (wanted.scope().value().equals(".default")) {
				consents.grantDeclared(client.registration(), wanted.api());
			}
			else {
				consents.grant(client.id(), List.of(wanted), null);
			}
		}
		Map<String, String> result = new LinkedHashMap<>();
		result.put("admin_consent", "True");
		result.put("tenant", person.organisation().tenantId());
		if (!scopes.wanted().isEmpty()) {
			result.put("scope", String.join(" ", scopes.wanted().stream().map(Scopes.Wanted::full).toList()));
		}
		Answer back = AuthorizeRequest.back(visit.request().query(), result);
		return visit.remembering(back, person.account());
	}

	private static List<Published> declared(Client client) {
		return client.registration()
			.properties()
			.path("requiredResourceAccess")
			.valueStream()
			.flatMap((access) -> Published.byAppId(access.path("resourceAppId").asString()).stream())
			.toList();
	}

	private static List<String> texts(Client client, Scopes scopes) {
		List<Published> whole = scopes.wanted().isEmpty() ? declared(client)
				: scopes.wanted()
					.stream()
					.filter((one) -> one.scope().value().equals(".default"))
					.map(Scopes.Wanted::api)
					.toList();
		Stream<String> named = scopes.wanted()
			.stream()
			.filter((one) -> !one.scope().value().equals(".default"))
			.map((one) -> one.scope().text());
		return Stream.concat(named, whole.stream().flatMap((api) -> texts(client, api))).distinct().toList();
	}

	private static Stream<String> texts(Client client, Published api) {
		return client.registration()
			.properties()
			.path("requiredResourceAccess")
			.valueStream()
			.filter((access) -> access.path("resourceAppId").asString().equals(api.appId().toString()))
			.flatMap((access) -> access.path("resourceAccess").valueStream())
			.map((one) -> one.path("id").asString())
			.map((id) -> text(api, id));
	}

	private static String text(Published api, String id) {
		return api.appRoles()
			.stream()
			.filter((role) -> role.id().toString().equals(id))
			.map(Published.Role::text)
			.findFirst()
			.or(() -> api.scopes()
				.stream()
				.filter((scope) -> scope.id().toString().equals(id))
				.map(Published.Scope::text)
				.findFirst())
			.orElse(id);
	}

}
