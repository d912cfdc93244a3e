package com.highstage.portal.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import com.highstage.portal.PortalTest;
import com.highstage.portal.access.AccessRules.Access;
import com.highstage.portal.access.AccessRules.Identity;
import com.highstage.portal.access.AccessRules.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every route and method that the portal has, opened by everybody, with what belongs to
 * two organisations. A route that is not in the table fails, and a row without a route.
 */
@PortalTest
@Import(TwoOrganisations.class)
@TestPropertySource(properties = { "portal.limits.pages=100000", "portal.limits.sign-ins=100000",
		"portal.limits.links=100000", "portal.limits.asks=100000", "portal.limits.heavy=100000" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessMatrixTests {

	private static final String BY_A_FILTER = "(filter)";

	private static final Set<Identity> MAY_NOTHING = Set.of(Identity.STRANGER, Identity.LINK_HOLDER, Identity.USER,
			Identity.VIEWER);

	private final List<Rule> rules = AccessRules.read();

	private final Map<Identity, Knocking> visitors = new EnumMap<>(Identity.class);

	@Autowired
	private TwoOrganisations organisations;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping handlers;

	@Autowired
	private FilterChainProxy filters;

	@BeforeAll
	void begin() {
		this.organisations.found();
		for (Identity identity : Identity.values()) {
			this.visitors.put(identity, this.organisations.visitor(identity));
		}
		this.organisations.awaitRest();
	}

	@Test
	@Order(1)
	void everyRouteHasARowAndEveryRowARoute() {
		Set<String> routes = this.handlers.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(AccessMatrixTests::routes)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(
				this.rules.stream().map((rule) -> rule.route().text()).filter((route) -> !route.endsWith(BY_A_FILTER)))
			.doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(routes);
	}

	@Test
	@Order(2)
	void noFilterAnswersButThoseOfSignIn() {
		List<String> answering = this.filters.getFilterChains()
			.stream()
			.map(SecurityFilterChain::getFilters)
			.flatMap(List::stream)
			.map(Filter::getClass)
			.map(Class::getSimpleName)
			.filter((name) -> name.matches(".*(Login|Logout|OAuth2|Basic|Bearer|Remember|Digest|WebAuthn|OneTime).*"))
			.toList();
		assertThat(answering).containsExactlyInAnyOrder("OAuth2AuthorizationRequestRedirectFilter",
				"OAuth2LoginAuthenticationFilter", "BearerTokenAuthenticationFilter",
				"OAuth2ProtectedResourceMetadataFilter");
	}

	@Test
	@Order(3)
	void whoMayNotChangesNothing() {
		Map<String, String> before = this.organisations.everything();
		List<String> wrong = new ArrayList<>();
		for (Rule rule : this.rules) {
			for (Identity identity : Identity.values()) {
				boolean looks = rule.route().isRead() && MAY_NOTHING.contains(identity);
				if (rule.of(identity) != Access.OPEN || looks) {
					knock(rule, identity, rule.fields(), wrong);
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(this.organisations.everything()).isEqualTo(before);
	}

	@Test
	@Order(4)
	void methodsThatNobodyNamedDoNothing() {
		Map<String, String> before = this.organisations.everything();
		List<String> wrong = new ArrayList<>();
		for (String pattern : this.rules.stream().map((rule) -> rule.route().pattern()).collect(Collectors.toSet())) {
			for (String method : List.of("PUT", "PATCH", "DELETE")) {
				for (Identity identity : List.of(Identity.STRANGER, Identity.ADMINISTRATOR, Identity.OPERATOR)) {
					int status = this.visitors.get(identity).status(method, pattern);
					boolean forTokens = pattern.startsWith("/api/") && status == 401;
					if (!forTokens && status != 404 && status != 405 && status != 302) {
						wrong.add(method + " " + pattern + " " + identity + ": " + status);
					}
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(this.organisations.everything()).isEqualTo(before);
	}

	@Test
	@Order(5)
	void formsWithoutTheirTokenDoNothing() {
		Map<String, String> before = this.organisations.everything();
		List<String> wrong = new ArrayList<>();
		for (Rule rule : this.rules) {
			if (!rule.route().isRead()) {
				for (Identity identity : Identity.values()) {
					int status = this.visitors.get(identity).withoutToken(rule);
					// what knows no cookie needs no token against a forged form
					int expected = (rule.of(identity) == Access.TOKEN) ? 401 : 403;
					if (status != expected) {
						wrong.add(rule.route() + " " + identity + ": " + status);
					}
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(this.organisations.everything()).isEqualTo(before);
	}

	@Test
	@Order(6)
	void whoMayFindsTheWayOpen() {
		List<String> wrong = new ArrayList<>();
		Stream<Rule> atTheEnd = this.rules.stream().filter((rule) -> rule.route().text().equals("POST /sign-out"));
		Stream<Rule> before = this.rules.stream().filter((rule) -> !rule.route().text().equals("POST /sign-out"));
		Stream.concat(before, atTheEnd).forEach((rule) -> {
			for (Identity identity : Identity.values()) {
				boolean looked = rule.route().isRead() && MAY_NOTHING.contains(identity);
				if (rule.of(identity) == Access.OPEN && !looked) {
					knock(rule, identity, rule.route().isRead() ? rule.fields() : "", wrong);
				}
			}
		});
		assertThat(wrong).isEmpty();
	}

	private void knock(Rule rule, Identity identity, String fields, List<String> wrong) {
		for (Knocking.Target target : this.organisations.targets(rule.route().pattern())) {
			String found = this.visitors.get(identity).knock(rule.route(), target, fields);
			if (!found.equals(rule.of(identity).cell())) {
				wrong.add(rule.route().text() + " " + identity + " at " + target.organisation() + "'s: expected "
						+ rule.of(identity).cell() + " but was " + found);
			}
		}
	}

	private static Stream<String> routes(RequestMappingInfo info) {
		String conditions = info.getParamsCondition()
			.getExpressions()
			.stream()
			.map((one) -> " [" + one + "]")
			.sorted()
			.collect(Collectors.joining())
				+ info.getHeadersCondition()
					.getExpressions()
					.stream()
					.map((one) -> " {" + one + "}")
					.sorted()
					.collect(Collectors.joining());
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		Stream<String> names = methods.isEmpty() ? Stream.of("GET") : methods.stream().map(RequestMethod::name);
		return names.flatMap((method) -> info.getPatternValues()
			.stream()
			.map((pattern) -> method + " " + pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}") + conditions));
	}

}
