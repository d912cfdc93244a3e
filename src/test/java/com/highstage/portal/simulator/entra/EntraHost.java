package com.highstage.portal.simulator.entra;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * {@code login.microsoftonline.com}.
 */
public final class EntraHost {

	private static final Set<String> SHARED = Set.of("organizations", "common", "consumers");

	private final World world;

	private final Authorize authorize;

	private final TokenEndpoint token;

	private final AdminConsent adminConsent;

	private final Discovery discovery;

	private final Grants grants;

	private final Pages pages;

	public EntraHost(World world, SigningKey key, Grants grants, Pages pages) {
		this.world = world;
		this.grants = grants;
		this.pages = pages;
		this.authorize = new Authorize(world, grants, pages);
		this.token = new TokenEndpoint(world, grants, new Tokens(world, key));
		this.adminConsent = new AdminConsent(world, grants, pages);
		this.discovery = new Discovery(key);
	}

	/**
	 * The name of a call, by which faults find it.
	 * @param path the path after the host
	 * @return the last part of the endpoint's address
	 */
	public static String call(List<String> path) {
		return path.isEmpty() ? "login" : path.getLast();
	}

	/**
	 * Answers a request.
	 * @param request the request
	 * @param base the address of this host as the client sees it
	 * @param path the path after the host
	 * @return the answer
	 */
	public Answer answer(Request request, String base, List<String> path) {
		String correlationId = request.header("client-request-id").orElseGet(() -> UUID.randomUUID().toString());
		try {
			return route(request, base, path).with("x-ms-request-id", UUID.randomUUID().toString())
				.with("Cache-Control", "no-store, no-cache");
		}
		catch (Aadsts ex) {
			return Answer.json(ex.status(), ex.body(this.world.now(), correlationId))
				.with("x-ms-request-id", ex.traceId())
				.with("Cache-Control", "no-store, no-cache");
		}
	}

	private Answer route(Request request, String base, List<String> path) {
		String endpoint = (path.size() < 2) ? "" : String.join("/", path.subList(1, path.size()));
		String realm = path.isEmpty() ? "" : path.getFirst();
		return switch (endpoint) {
			case "oauth2/v2.0/authorize" -> page(() -> this.authorize.handle(request, organisation(realm)));
			case "oauth2/v2.0/token" -> this.token.handle(request, organisation(realm));
			case "oauth2/v2.0/logout" -> logout(request);
			case "v2.0/adminconsent" -> page(() -> this.adminConsent.handle(request, organisation(realm), true));
			case "adminconsent" -> page(() -> this.adminConsent.handle(request, organisation(realm), false));
			case "v2.0/.well-known/openid-configuration" ->
				this.discovery.configuration(base, realm, organisation(realm));
			case "discovery/v2.0/keys" -> this.discovery.keys();
			case "discovery/instance" -> this.discovery.instance(request.query());
			default -> Answer.html(404, "<!DOCTYPE html><title>404</title><h1>404 - File or directory not found.</h1>");
		};
	}

	private Answer page(java.util.function.Supplier<Answer> answer) {
		try {
			return answer.get();
		}
		catch (Aadsts ex) {
			return new Visit(this.world, this.grants, this.pages,
					new Request("GET", "http", "/", java.util.Map.of(), new byte[0]))
				.page(ex, null);
		}
	}

	private Optional<Organisation> organisation(String realm) {
		if (SHARED.contains(realm)) {
			return Optional.empty();
		}
		if (!realm.matches("[0-9a-fA-F-]{36}|[\\w-]+(\\.[\\w-]+)+")) {
			throw Aadsts.of(900023, realm);
		}
		return Optional.of(this.world.organisation(realm).orElseThrow(() -> Aadsts.of(90002, realm)));
	}

	private Answer logout(Request request) {
		Visit visit = new Visit(this.world, this.grants, this.pages, request);
		this.grants.signOut(visit.session());
		String back = request.query().getOrDefault("post_logout_redirect_uri", "");
		return back.isEmpty() ? Answer.html(200, this.pages.render("signed-out", java.util.Map.of()))
				: Answer.redirect(back);
	}

}
