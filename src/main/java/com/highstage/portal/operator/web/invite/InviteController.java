package com.highstage.portal.operator.web.invite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
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
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Invited;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.operator.invite.CustomerReader;
import com.highstage.portal.operator.invite.Usual;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.RememberedForm;

/**
 * Invites one customer. Where the link is to be copied, the answer is a page instead of a
 * redirect, because the link is shown once and kept nowhere.
 */
@Controller
@RequestMapping("/operator/invite")
class InviteController {

	private static final String FORM = "operator/invite";

	private static final String SENT = "operator/invited";

	private final Inviting inviting;

	private final Customers customers;

	private final Outbox outbox;

	InviteController(Inviting inviting, Customers customers, Outbox outbox) {
		this.inviting = inviting;
		this.customers = customers;
		this.outbox = outbox;
	}

	@GetMapping(params = "!sent")
	String page(Operator operator, Optional<RememberedForm> typed, Model model, Locale locale) {
		Optional<InviteForm> remembered = typed.flatMap((form) -> form.bind(InviteForm.class));
		model.addAttribute("remembered", remembered.isPresent());
		model.addAttribute("form", remembered.orElseGet(() -> InviteForm.of(usual(locale))));
		return form(model);
	}

	@PostMapping
	String send(Operator operator, @ModelAttribute("form") InviteForm form, BindingResult errors, Model model,
			Locale locale) {
		Invitation invitation = this.inviting.read(form, usual(locale), errors);
		if (invitation == null) {
			return form(model);
		}
		Optional<CustomerId> before = this.inviting.before(form);
		Optional<Customer> known = this.inviting.alike(invitation);
		if (before.isEmpty() && known.isPresent() && !form.isAgain()) {
			model.addAttribute("known", known.get());
			return form(model);
		}
		Optional<Invited> invited = this.inviting.invite(operator, form, invitation);
		if (invited.isPresent() && invited.get().sent().mail() != null) {
			model.addAttribute("customer", invited.get().customer());
			model.addAttribute("sent", invited.get().sent());
			return SENT;
		}
		return invited.map((done) -> done.customer().id())
			.or(() -> this.inviting.before(form))
			.map((id) -> "redirect:/operator/invite?sent=" + id)
			.orElse("redirect:/operator");
	}

	/**
	 * What became of the mail, live until the mail server has answered.
	 * @param operator who looks
	 * @param sent the customer
	 * @param model the page's model
	 * @return the page
	 */
	@GetMapping(params = "sent")
	String sent(Operator operator, @RequestParam UUID sent, Model model) {
		mail(sent, model);
		return SENT;
	}

	@GetMapping(params = "sent", headers = "HX-Request")
	String news(Operator operator, @RequestParam UUID sent, Model model) {
		mail(sent, model);
		return SENT + " :: news";
	}

	private void mail(UUID id, Model model) {
		Customer customer = this.customers.find(new CustomerId(id))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<Delivery> mails = this.outbox.about(Customer.about(customer.id()));
		model.addAttribute("customer", customer);
		if (!mails.isEmpty()) {
			model.addAttribute("delivery", mails.getFirst());
			model.addAttribute("live", mails.getFirst().state() == Delivery.State.QUEUED);
		}
	}

	private Usual usual(Locale locale) {
		return this.inviting.usual(Language.of(locale.getLanguage()).orElse(Language.ENGLISH));
	}

	private String form(Model model) {
		model.addAttribute("allDays", CustomerReader.DAYS);
		model.addAttribute("allLanguages", Language.values());
		model.addAttribute("canSend", this.outbox.canSend());
		return FORM;
	}

}
