package com.highstage.portal.operator.web.invite;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

import com.highstage.portal.account.Operator;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.CustomerProperties;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Invited;
import com.highstage.portal.invitation.customer.ExpectedOrganisations;
import com.highstage.portal.invitation.customer.ExpectedOrganisations.Answer;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.operator.action.Presses;
import com.highstage.portal.operator.invite.CustomerReader;
import com.highstage.portal.operator.invite.CustomerReader.Read;
import com.highstage.portal.operator.invite.Usual;
import com.highstage.portal.operator.invite.Verdict;
import com.highstage.portal.site.Language;

/**
 * Takes what was typed of one customer, and invites them.
 */
@Component
class Inviting {

	private final ExpectedOrganisations organisations;

	private final Customers customers;

	private final Presses presses;

	private final CustomerProperties properties;

	Inviting(ExpectedOrganisations organisations, Customers customers, Presses presses, CustomerProperties properties) {
		this.organisations = organisations;
		this.customers = customers;
		this.presses = presses;
		this.properties = properties;
	}

	/**
	 * What counts where nothing is said.
	 * @param language the language of whoever looks
	 * @return a language and a time that the form offers
	 */
	Usual usual(Language language) {
		int days = Math.toIntExact(this.properties.validFor().toDays());
		return new Usual(language, CustomerReader.DAYS.contains(days) ? days : CustomerReader.DAYS.get(2));
	}

	/**
	 * Checks what was typed, and asks Microsoft for the domain.
	 * @param form what was typed
	 * @param usual what counts where nothing was
	 * @param errors gets what is wrong
	 * @return the invitation; null if something is wrong
	 */
	@Nullable Invitation read(InviteForm form, Usual usual, BindingResult errors) {
		return switch (CustomerReader.read(form.typed(), usual)) {
			case Read.Wrong wrong -> {
				wrong.problems().forEach((problem) -> refuse(problem, errors));
				yield null;
			}
			case Read.Good good when good.domain().isEmpty() -> good.expecting(null);
			case Read.Good good -> expecting(good, errors);
		};
	}

	private @Nullable Invitation expecting(Read.Good good, BindingResult errors) {
		return switch (this.organisations.find(good.domain())) {
			case Answer.Found found -> good.expecting(found.organisation());
			case Answer.NoSuch() -> refuse(Verdict.DOMAIN_UNKNOWN, errors);
			case Answer.CouldNotAsk() -> refuse(Verdict.DOMAIN_NOT_ASKED, errors);
		};
	}

	private static @Nullable Invitation refuse(Verdict problem, BindingResult errors) {
		errors.rejectValue(problem.field(), problem.messageKey());
		return null;
	}

	Optional<Customer> alike(Invitation invitation) {
		return this.customers.alike(invitation);
	}

	/**
	 * Invites the customer, once.
	 * @param by the operator
	 * @param form what was typed
	 * @param invitation what it says
	 * @return empty if the button was pressed before
	 */
	Optional<Invited> invite(Operator by, InviteForm form, Invitation invitation) {
		UUID press = press(form);
		return this.presses.once(press, () -> {
			Invited invited = this.customers.invite(by, invitation);
			this.presses.made(press, invited.customer().id());
			return invited;
		});
	}

	/**
	 * Whom an earlier press on the same button has invited.
	 * @param form what was typed
	 * @return the customer
	 */
	Optional<CustomerId> before(InviteForm form) {
		return this.presses.customer(press(form));
	}

	private static UUID press(InviteForm form) {
		return Objects.requireNonNullElseGet(form.press(), UUID::randomUUID);
	}

}
