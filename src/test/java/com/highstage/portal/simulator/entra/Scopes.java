package com.highstage.portal.simulator.entra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.highstage.portal.simulator.model.Published;

/**
 * The delegated permissions that a request names, in order.
 *
 * @param wanted the permissions with their APIs
 */
record Scopes(List<Wanted> wanted) {

	private static final Set<String> OPENID = Set.of("openid", "profile", "email", "offline_access");

	/**
	 * Reads a {@code scope} parameter.
	 * @param parameter the parameter
	 * @param clientName the name of the client, for the error's words
	 * @return what it asks for
	 * @throws Aadsts if it names something that does not exist
	 */
	static Scopes parse(String parameter, String clientName) {
		List<Wanted> wanted = new ArrayList<>();
		for (String one : parameter.trim().split("\\s+")) {
			if (!one.isEmpty()) {
				wanted.add(parseOne(one, clientName));
			}
		}
		return new Scopes(List.copyOf(wanted));
	}

	private static Wanted parseOne(String one, String clientName) {
		int slash = one.lastIndexOf('/');
		String audience = (slash < 0) ? Published.graph().audiences().getFirst() : one.substring(0, slash);
		String bare = audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
		Published api = Published.byAudience(bare).orElseThrow(() -> Aadsts.of(500011, bare, clientName));
		String value = one.substring(slash + 1);
		if (value.equals(".default")) {
			return new Wanted(api, bare, new Published.Scope(api.appId(), value, "User", "All that is configured"));
		}
		Published.Scope scope = api.scope(value).orElseThrow(() -> Aadsts.of(650053, clientName, value, api.appId()));
		return new Wanted(api, bare, scope);
	}

	boolean has(String openidScope) {
		return this.wanted.stream().anyMatch((one) -> one.scope().value().equals(openidScope));
	}

	List<Published> apis() {
		return resources().wanted().stream().map(Wanted::api).distinct().toList();
	}

	Scopes resources() {
		return new Scopes(this.wanted.stream().filter((one) -> !one.openid()).toList());
	}

	Scopes of(Published api) {
		return new Scopes(this.wanted.stream().filter((one) -> one.openid() || one.api().equals(api)).toList());
	}

	Scopes and(Scopes others) {
		List<Wanted> both = new ArrayList<>(this.wanted);
		others.wanted.stream().filter((one) -> !both.contains(one)).forEach(both::add);
		return new Scopes(List.copyOf(both));
	}

	Set<String> names() {
		return this.wanted.stream()
			.map((one) -> one.scope().value())
			.collect(Collectors.toCollection(java.util.LinkedHashSet::new));
	}

	/**
	 * One permission.
	 *
	 * @param api whose permission
	 * @param audience under which address it was asked for
	 * @param scope the permission
	 */
	record Wanted(Published api, String audience, Published.Scope scope) {

		boolean openid() {
			return OPENID.contains(this.scope.value());
		}

		String full() {
			return openid() ? this.scope.value() : this.audience + "/" + this.scope.value();
		}

	}

}
