package com.highstage.portal.site.web;

import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import com.highstage.portal.site.Language;
import com.highstage.portal.site.LocalPath;
import com.highstage.portal.site.Visitors;

@ControllerAdvice
class PageContextAdvice {

	private final ObjectProvider<Visitors> visitors;

	PageContextAdvice(ObjectProvider<Visitors> visitors) {
		this.visitors = visitors;
	}

	@ModelAttribute("page")
	PageContext page(HttpServletRequest request, Locale locale) {
		return new PageContext(path(request), Language.of(locale.getLanguage()).orElse(Language.ENGLISH),
				this.visitors.stream().flatMap((each) -> each.find(request).stream()).findFirst().orElse(null));
	}

	private static String path(HttpServletRequest request) {
		Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (original != null) ? original.toString() : request.getRequestURI();
		return LocalPath.parse(path).map(LocalPath::value).orElse("/");
	}

}
