package com.highstage.portal.account.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import com.highstage.portal.site.RememberedForm;

/**
 * Keeps a form that was sent when the sign-in had ended, until its page is opened again.
 * Secrets are not kept.
 */
@Component
class InterruptedForms implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	private static final String PAGE = "portal.form.page";

	private static final String FIELDS = "portal.form.fields";

	private static final int LONGEST = 32_000;

	private static final List<String> SECRET = List.of("secret", "password", "_csrf");

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	InterruptedForms(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	/**
	 * Keeps a form if its address is a page too.
	 * @param request the request that sent it
	 * @return false if there is no such page
	 */
	boolean keep(HttpServletRequest request) {
		String page = request.getRequestURI();
		if (!isPage(page)) {
			return false;
		}
		Map<String, List<String>> fields = fields(request);
		int length = fields.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
		if (length <= LONGEST) {
			HttpSession session = request.getSession();
			session.setAttribute(PAGE, page);
			session.setAttribute(FIELDS, fields);
		}
		return true;
	}

	private boolean isPage(String path) {
		return this.mappings.getObject().getHandlerMethods().keySet().stream().anyMatch((info) -> shows(info, path));
	}

	private static boolean shows(RequestMappingInfo info, String path) {
		return info.getPatternValues().contains(path)
				&& info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
	}

	private static Map<String, List<String>> fields(HttpServletRequest request) {
		Map<String, List<String>> fields = new HashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (SECRET.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
				fields.put(name, new ArrayList<>(List.of(values)));
			}
		});
		return fields;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.isOptional() && parameter.nestedIfOptional().getNestedParameterType() == RememberedForm.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return take(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
	}

	private static Optional<RememberedForm> take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !request.getRequestURI().equals(session.getAttribute(PAGE))
				|| !(session.getAttribute(FIELDS) instanceof Map<?, ?> stored)) {
			return Optional.empty();
		}
		session.removeAttribute(PAGE);
		session.removeAttribute(FIELDS);
		Map<String, List<String>> fields = new HashMap<>();
		stored.forEach(
				(name, values) -> fields.put((String) name, ((List<?>) values).stream().map(String::valueOf).toList()));
		return Optional.of(new RememberedForm(fields));
	}

}
