package com.highstage.portal.evidence.web;

import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.EvidenceSheet;
import com.highstage.portal.evidence.EvidenceSheets;
import com.highstage.portal.onboarding.web.JourneyPages;

@Controller
class EvidenceController {

	private final EvidenceSheets sheets;

	private final JourneyPages pages;

	EvidenceController(EvidenceSheets sheets, JourneyPages pages) {
		this.sheets = sheets;
		this.pages = pages;
	}

	@GetMapping("/onboarding/evidence")
	String page(Person person, Model model) {
		Optional<EvidenceSheet> sheet = this.sheets.of(person);
		this.pages.known(person, null, model);
		if (sheet.isEmpty()) {
			return "evidence/nothing";
		}
		model.addAttribute("sheet", sheet.get());
		return "evidence/sheet";
	}

}
