package com.highstage.portal.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

import com.highstage.portal.site.Language;
import com.highstage.portal.site.LocalPath;

@Controller
class LanguageController {

	private final LocaleResolver locales;

	LanguageController(LocaleResolver locales) {
		this.locales = locales;
	}

	@PostMapping("/language")
	String choose(@RequestParam String language, @RequestParam(defaultValue = "/") String then,
			HttpServletRequest request, HttpServletResponse response) {
		Language.of(language).ifPresent((chosen) -> this.locales.setLocale(request, response, chosen.locale()));
		return "redirect:" + LocalPath.parse(then).map(LocalPath::value).orElse("/");
	}

}
