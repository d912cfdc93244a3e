package com.highstage.portal.account.entra;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.signin.SignedIn;
import com.highstage.portal.site.LocalPath;

/**
 * Sends people to Microsoft: {@code /sign-in} for a new sign-in, at the organisation
 * named by {@code organisation} if there is one, and {@code /sign-in/extend} for a
 * further service. A request that names no organisation, service or person properly is
 * left to the controllers.
 */
public class AuthorizationRequests implements OAuth2AuthorizationRequestResolver {

	/** Address of a new sign-in. */
	public static final String SIGN_IN = "/sign-in";

	/** Address to ask for a further service. */
	public static final String EXTEND = "/sign-in/extend";

	private static final String NOWHERE = "/oauth2/authorization";

	private final OAuth2AuthorizationRequestResolver standard;

	private final MicrosoftProperties microsoft;

	public AuthorizationRequests(ClientRegistrationRepository registrations, MicrosoftProperties microsoft) {
		this.standard = new DefaultOAuth2AuthorizationRequestResolver(registrations, NOWHERE);
		this.microsoft = microsoft;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return null;
		}
		return switch (request.getServletPath()) {
			case SIGN_IN -> signIn(request);
			case EXTEND -> extend(request);
			default -> null;
		};
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		return null;
	}

	private @Nullable OAuth2AuthorizationRequest signIn(HttpServletRequest request) {
		String organisation = parameter(request, "organisation");
		Authority authority = organisation.isEmpty() ? Authority.ANY_ORGANISATION
				: Authority.parse(organisation).orElse(null);
		if (authority == null) {
			return null;
		}
		return build(request, authority, new Errand(then(request), null), Resource.GRAPH_PROFILE, (parameters) -> {
			if (!parameter(request, "login_hint").isEmpty()) {
				parameters.put("login_hint", parameter(request, "login_hint"));
			}
			if (request.getParameter("other") != null) {
				parameters.put("prompt", "select_account");
			}
		});
	}

	private @Nullable OAuth2AuthorizationRequest extend(HttpServletRequest request) {
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		Resource resource = resource(parameter(request, "resource"));
		if (resource == null || current == null || !(current.getPrincipal() instanceof SignedIn signedIn)) {
			return null;
		}
		Person person = signedIn.person();
		Errand.Manner manner = manner(parameter(request, "manner"));
		Errand errand = new Errand(then(request), new Errand.Extension(person.signIn(), resource, manner));
		return build(request, Authority.of(person.tenant()), errand, resource, (parameters) -> {
			parameters.put("login_hint", person.signInName());
			if (manner != Errand.Manner.INTERACTIVE) {
				parameters.put("prompt", "none");
			}
		});
	}

	private @Nullable OAuth2AuthorizationRequest build(HttpServletRequest request, Authority authority, Errand errand,
			Resource resource, Consumer<Map<String, Object>> parameters) {
		OAuth2AuthorizationRequest usual = this.standard.resolve(request, PortalRegistration.ID);
		if (usual == null) {
			return null;
		}
		Set<String> scopes = new LinkedHashSet<>(usual.getScopes());
		scopes.addAll(scopes(resource));
		return OAuth2AuthorizationRequest.from(usual)
			.authorizationUri(PortalRegistration.authorizeAddress(this.microsoft, authority))
			.scopes(scopes)
			.attributes((attributes) -> attributes.putAll(errand.attributes()))
			.additionalParameters(parameters)
			.build();
	}

	private Set<String> scopes(Resource resource) {
		String graph = this.microsoft.cloud().graph() + "/";
		String outlook = this.microsoft.cloud().outlook() + "/";
		return switch (resource) {
			case GRAPH_PROFILE -> Set.of(graph + "User.Read");
			case GRAPH_APPLICATIONS -> Set.of(graph + "User.Read", graph + "Application.ReadWrite.All");
			case EXCHANGE -> Set.of(outlook + "Exchange.Manage");
		};
	}

	private static @Nullable LocalPath then(HttpServletRequest request) {
		return LocalPath.parse(parameter(request, "then")).orElse(null);
	}

	private static @Nullable Resource resource(String name) {
		try {
			return Resource.valueOf(name);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static Errand.Manner manner(String name) {
		try {
			return Errand.Manner.valueOf(name.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			return Errand.Manner.SILENT;
		}
	}

	private static String parameter(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value != null) ? value : "";
	}

}
