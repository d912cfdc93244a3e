package com.highstage.portal.operator.web.invite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import com.highstage.portal.account.Operator;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.operator.invite.CustomerReader;
import com.highstage.portal.operator.invite.Imports;
import com.highstage.portal.operator.invite.Imports.Import;
import com.highstage.portal.operator.invite.Imports.Reading;
import com.highstage.portal.operator.invite.Imports.Refusal;
import com.highstage.portal.operator.invite.Usual;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.RememberedForm;

/**
 * Invites many customers: a list is read and judged, then looked at, then confirmed.
 */
@Controller
@RequestMapping("/operator/import")
class ImportController {

	private static final String FORM = "operator/import";

	private static final String LIST = "operator/import-list";

	/** The mark at its beginning tells Excel that it is UTF-8. */
	private static final String TEMPLATE = """
			\uFEFFname;reference;address;language;protocols;mailboxes;domain;days;line\r
			Contoso;K-1001;it@contoso.example;da;IMAP POP;invoices@contoso.example orders@contoso.example;contoso.example;30;\r
			""";

	private final Imports imports;

	private final Inviting inviting;

	private final Outbox outbox;

	ImportController(Imports imports, Inviting inviting, Outbox outbox) {
		this.imports = imports;
		this.inviting = inviting;
		this.outbox = outbox;
	}

	@GetMapping(params = "!list")
	String page(Operator operator, Optional<RememberedForm> typed, Model model, Locale locale) {
		Optional<ImportForm> remembered = typed.flatMap((form) -> form.bind(ImportForm.class));
		model.addAttribute("form", remembered.orElseGet(() -> ImportForm.of(usual(locale))));
		model.addAttribute("remembered", remembered.isPresent());
		return form(model);
	}

	@PostMapping
	String read(Operator operator, @ModelAttribute("form") ImportForm form, BindingResult errors, Model model,
			Locale locale) throws IOException {
		Reading reading = form.isTooLarge() ? new Reading.Refused(Refusal.TOO_LARGE)
				: this.imports.read(operator, form.read(usual(locale)));
		return switch (reading) {
			case Reading.Judged(UUID id) -> "redirect:/operator/import?list=" + id;
			case Reading.Refused(Refusal why) -> {
				errors.rejectValue("list", "import.refusal." + why);
				yield form(model);
			}
		};
	}

	@GetMapping(params = "list")
	String list(Operator operator, @RequestParam UUID list, @RequestParam(defaultValue = "1") int page, Model model) {
		show(list, page, model);
		return LIST;
	}

	@GetMapping(params = "list", headers = "HX-Request")
	String news(Operator operator, @RequestParam UUID list, @RequestParam(defaultValue = "1") int page, Model model) {
		show(list, page, model);
		return LIST + " :: news";
	}

	/**
	 * Begins to invite those who can be; what counts is what was read, not what the
	 * browser sends.
	 * @param operator who confirms
	 * @param list the list
	 * @return the list's page
	 */
	@PostMapping("/confirm")
	String confirm(Operator operator, @RequestParam UUID list) {
		if (!this.imports.confirm(operator, list)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return "redirect:/operator/import?list=" + list;
	}

	@GetMapping("/template.csv")
	ResponseEntity<byte[]> template(Operator operator) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("highstage-customers.csv").build().toString())
			.body(TEMPLATE.getBytes(StandardCharsets.UTF_8));
	}

	private void show(UUID id, int page, Model model) {
		Import list = this.imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		int last = Math.max(1, (list.lines() + Imports.PAGE - 1) / Imports.PAGE);
		int shown = Math.clamp(page, 1, last);
		model.addAttribute("list", list);
		model.addAttribute("lines", this.imports.lines(id, shown - 1));
		model.addAttribute("shown", shown);
		model.addAttribute("last", last);
		model.addAttribute("canSend", this.outbox.canSend());
		model.addAttribute("live", list.isUnderWay());
	}

	private Usual usual(Locale locale) {
		return this.inviting.usual(Language.of(locale.getLanguage()).orElse(Language.ENGLISH));
	}

	private String form(Model model) {
		model.addAttribute("allDays", CustomerReader.DAYS);
		model.addAttribute("allLanguages", Language.values());
		return FORM;
	}

}
