package com.highstage.portal.evidence.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.support.SupportDesk;
import com.highstage.portal.onboarding.web.JourneyPages;

@Controller
@RequestMapping("/onboarding/support")
class SupportController {

	private final SupportDesk desk;

	private final JourneyPages pages;

	SupportController(SupportDesk desk, JourneyPages pages) {
		this.desk = desk;
		this.pages = pages;
	}

	@GetMapping
	String page(Person person, Model model) {
		this.pages.known(person, null, model);
		model.addAttribute("mayDownload", this.desk.mayDownload(person));
		return "evidence/support";
	}

	@PostMapping
	ResponseEntity<byte[]> download(Person person, @RequestParam(defaultValue = "false") boolean masked) {
		return this.desk.download(person, masked)
			.map((bundle) -> ResponseEntity.ok()
				.contentType(MediaType.parseMediaType("application/zip"))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename("highstage-support.zip").build().toString())
				.body(bundle))
			.orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
				.header(HttpHeaders.LOCATION, "/onboarding/support")
				.build());
	}

}
