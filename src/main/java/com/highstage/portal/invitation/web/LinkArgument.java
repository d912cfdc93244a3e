package com.highstage.portal.invitation.web;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.customer.Customers.Opened;

/**
 * Gives controllers the link that this browser opened, as an {@code Optional<Link>}, or
 * as an {@code Optional<Opened>} where it is one of an invitation.
 */
@Component
class LinkArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	private final LinkCookie cookie;

	LinkArgument(LinkCookie cookie) {
		this.cookie = cookie;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.isOptional() && parameter.nestedIfOptional().getNestedParameterType() instanceof Class<?> type
				&& (type == Link.class || type == Opened.class);
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		HttpServletRequest opening = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		return (parameter.nestedIfOptional().getNestedParameterType() == Link.class) ? this.cookie.link(opening)
				: this.cookie.invitation(opening);
	}

}
