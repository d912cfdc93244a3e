package com.highstage.portal.account.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.signin.SignedIn;
import com.highstage.portal.site.Visitor;
import com.highstage.portal.site.Visitors;

/**
 * Gives controllers the signed-in {@link Person}, or an {@code Optional<Person>} on pages
 * that strangers may open too.
 */
@Component
class PersonArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer, Visitors {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.nestedIfOptional().getNestedParameterType() == Person.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Optional<Person> person = person();
		if (parameter.isOptional()) {
			return person;
		}
		return person.orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
	}

	@Override
	public Optional<Visitor> find(HttpServletRequest request) {
		return person().map((person) -> new Visitor(person.name(), person.organisationName()));
	}

	private static Optional<Person> person() {
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		return (current != null && current.getPrincipal() instanceof SignedIn signedIn) ? Optional.of(signedIn.person())
				: Optional.empty();
	}

}
