package com.highstage.portal.account.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInOrigins;
import com.highstage.portal.account.SignInOrigins.Origin;
import com.highstage.portal.account.entra.AuthorizationRequests;
import com.highstage.portal.account.entra.Errand;
import com.highstage.portal.account.signin.DelegatedAccess;
import com.highstage.portal.account.signin.Profiles;
import com.highstage.portal.account.signin.SignedIn;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.site.LocalPath;

/**
 * Leads on from Microsoft's answer: to the page that was wanted, to one more silent
 * question, or to the page that explains what went wrong.
 */
@Component
class SignInOutcomes implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(SignInOutcomes.class);

	private static final LocalPath USUAL = new LocalPath("/onboarding");

	private static final LocalPath DESK = new LocalPath(Desk.PATH);

	private static final LocalPath ALLOW = new LocalPath("/onboarding/allow");

	private final Profiles profiles;

	private final DelegatedAccess access;

	private final SignInOrigins origins;

	private final AuditTrail audit;

	private final MicrosoftProperties microsoft;

	SignInOutcomes(Profiles profiles, DelegatedAccess access, SignInOrigins origins, AuditTrail audit,
			MicrosoftProperties microsoft) {
		this.profiles = profiles;
		this.access = access;
		this.origins = origins;
		this.audit = audit;
		this.microsoft = microsoft;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		Errand errand = Errand.of(request).orElse(new Errand(null, null));
		SignedIn signedIn = (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
		LocalPath usual = (signedIn.staff() != null) ? DESK : USUAL;
		LocalPath then = (errand.then() != null) ? errand.then() : usual;
		Errand.Extension extension = errand.extension();
		if (extension == null) {
			response.sendRedirect(begun(request, signedIn.person(), then));
			return;
		}
		boolean more = extension.resource() == Resource.GRAPH_APPLICATIONS;
		response.sendRedirect(next(more ? exchange(signedIn.person()) : null, then));
	}

	private String begun(HttpServletRequest request, Person known, LocalPath then) {
		Person person = this.profiles.refresh(known);
		Origin origin = this.origins.arrive(request, person);
		// the desk does nothing at Microsoft, and whoever wants it follows no link
		if (Desk.isAt(then.value())) {
			return then.value();
		}
		if (origin instanceof Origin.Elsewhere(var page)) {
			return page.value();
		}
		return next(person.may(Ability.REGISTER) ? Resource.GRAPH_APPLICATIONS : exchange(person), then);
	}

	// Each service is asked for that the person's roles suffice for.
	private static String next(@Nullable Resource further, LocalPath then) {
		return (further != null) ? extend(further, Errand.Manner.UNASKED, then) : then.value();
	}

	private @Nullable Resource exchange(Person person) {
		return (person.may(Ability.MAILBOXES) && this.microsoft.exchangeCommands()) ? Resource.EXCHANGE : null;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		Problem problem = Problem.of(error(failure));
		Errand errand = Errand.of(request).orElse(new Errand(null, null));
		Errand.Extension extension = errand.extension();
		if (extension != null && problem.isMicrosofts()) {
			response.sendRedirect(withoutFurtherService(errand, extension, problem));
			return;
		}
		log.info("sign-in did not succeed: {} {} {}", problem.key(), problem.code(), problem.reference());
		this.audit.recordRefusal(new AuditEvent(null, Actor.STRANGER, "sign-in.refused", problem.key(),
				Map.of("code", problem.code(), "reference", problem.reference())));
		response.sendRedirect(problem.address(errand.then()));
	}

	private String withoutFurtherService(Errand errand, Errand.Extension extension, Problem problem) {
		LocalPath then = (errand.then() != null) ? errand.then() : USUAL;
		boolean interactive = extension.manner() == Errand.Manner.INTERACTIVE;
		if (extension.manner() == Errand.Manner.SILENT && problem.isAboutTheSignInItself()) {
			return extend(extension.resource(), Errand.Manner.INTERACTIVE, then);
		}
		this.access.refuse(extension.signIn(), extension.resource(), problem.code(), problem.reference());
		if (interactive && !problem.isAboutConsent()) {
			return problem.address(errand.then());
		}
		boolean first = extension.manner() == Errand.Manner.UNASKED
				&& extension.resource() == Resource.GRAPH_APPLICATIONS;
		return ((first && then.equals(USUAL)) ? ALLOW : then).value();
	}

	private static String extend(Resource resource, Errand.Manner manner, LocalPath then) {
		return UriComponentsBuilder.fromPath(AuthorizationRequests.EXTEND)
			.queryParam("resource", resource)
			.queryParam("manner", manner)
			.queryParam("then", "{then}")
			.encode()
			.buildAndExpand(then.value())
			.toUriString();
	}

	private static @Nullable OAuth2Error error(AuthenticationException failure) {
		return (failure instanceof OAuth2AuthenticationException refused) ? refused.getError() : null;
	}

}
