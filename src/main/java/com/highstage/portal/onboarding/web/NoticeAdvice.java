package com.highstage.portal.onboarding.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@ControllerAdvice("com.highstage.portal.onboarding.web")
class NoticeAdvice {

	@ModelAttribute("notice")
	@Nullable String notice(@RequestParam(name = "notice", defaultValue = "") String key) {
		return Notice.of(key).map(Notice::key).orElse(null);
	}

}
