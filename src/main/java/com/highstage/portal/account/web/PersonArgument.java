package com.highstage.portal.account.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.StaffMember;
import com.highstage.portal.account.signin.SignedIn;
import com.highstage.portal.account.signin.Staff;
import com.highstage.portal.site.Visitor;
import com.highstage.portal.site.Visitors;

/**
 * Gives controllers the signed-in {@link Person}, or an {@code Optional<Person>} on pages
 * that strangers may open too; and {@link StaffMember} or {@link Operator} where it is
 * one.
 */
@Component
class PersonArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer, Visitors {

	private static final Set<Class<?>> TYPES = Set.of(Person.class, StaffMember.class, Operator.class);

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return TYPES.contains(parameter.nestedIfOptional().getNestedParameterType());
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Optional<?> wanted = signedIn()
			.flatMap((signedIn) -> as(parameter.nestedIfOptional().getNestedParameterType(), signedIn));
		if (parameter.isOptional()) {
			return wanted;
		}
		return wanted.orElseThrow(() -> signedIn().isPresent() ? new AccessDeniedException("not for this person")
				: new AuthenticationCredentialsNotFoundException("nobody is signed in"));
	}

	private static Optional<?> as(Class<?> type, SignedIn signedIn) {
		boolean operator = signedIn.staff() == Staff.OPERATOR;
		if (type == Operator.class) {
			return operator ? Optional.of(new Operator(signedIn.person())) : Optional.empty();
		}
		if (type == StaffMember.class) {
			return (signedIn.staff() != null) ? Optional.of(new StaffMember(signedIn.person(), operator))
					: Optional.empty();
		}
		return Optional.of(signedIn.person());
	}

	@Override
	public Optional<Visitor> find(HttpServletRequest request) {
		return signedIn().map((signedIn) -> new Visitor(signedIn.person().name(), signedIn.person().organisationName(),
				signedIn.staff() != null));
	}

	private static Optional<SignedIn> signedIn() {
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		return (current != null && current.getPrincipal() instanceof SignedIn signedIn) ? Optional.of(signedIn)
				: Optional.empty();
	}

}
