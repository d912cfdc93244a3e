package com.highstage.portal.operator.action;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Operator;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Sent;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.onboarding.Standings.Standing;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * Reminds a customer of what they have to do: by the invitation again while nobody has
 * begun, else by a mail about the step that they stand at.
 */
@Service
public class Reminders {

	private static final Duration DAY = Duration.ofDays(1);

	private final Customers customers;

	private final Contacts contacts;

	private final Standings standings;

	private final ConnectionEnds ends;

	private final Writing writing;

	Reminders(Customers customers, Contacts contacts, Standings standings, ConnectionEnds ends, Writing writing) {
		this.customers = customers;
		this.contacts = contacts;
		this.standings = standings;
		this.ends = ends;
		this.writing = writing;
	}

	/**
	 * When they were written to within the last day.
	 * @param id the customer
	 * @return the last time; empty if they were not
	 */
	public Optional<Instant> writtenTo(CustomerId id) {
		Instant before = this.writing.now().minus(DAY);
		return this.writing.mails(id)
			.stream()
			.map(Delivery::queuedAt)
			.filter((at) -> at.isAfter(before))
			.max(Instant::compareTo);
	}

	/**
	 * Reminds a customer, unless they were written to within the last day.
	 * @param by the operator
	 * @param id the customer
	 * @param anyway whether a mail within the last day does not matter
	 * @return what came of it; empty if there is no such customer
	 */
	@Transactional
	public Optional<Answer> remind(Operator by, CustomerId id, boolean anyway) {
		Optional<Customer> customer = this.writing.hold(id);
		if (customer.isPresent() && !anyway && writtenTo(id).isPresent()) {
			return Optional.of(Answer.TOO_SOON);
		}
		return customer.map((known) -> remind(by, known));
	}

	private Answer remind(Operator by, Customer customer) {
		Standing standing = standing(customer);
		if (customer.cancelledAt() != null || this.ends.haveEnded(customer.tenant())) {
			return Answer.NOTHING;
		}
		Onboarding journey = (standing != null) ? standing.onboarding() : null;
		if (standing == null || journey == null) {
			return this.customers.resend(by, customer.id()).map(Reminders::answer).orElse(Answer.NOBODY);
		}
		Optional<Step> open = standing.steps()
			.stream()
			.filter((report) -> !report.state().isDone())
			.map(Overview.Report::step)
			.findFirst();
		return open.map((step) -> remind(by, customer, journey.tenant(), step)).orElse(Answer.NOTHING);
	}

	private Answer remind(Operator by, Customer customer, TenantId tenant, Step step) {
		Recipient to = recipient(customer);
		if (to == null) {
			return Answer.NOBODY;
		}
		if (!this.writing.canSend()) {
			return Answer.NO_SERVER;
		}
		Letter letter = new Letter("reminder", to.language(),
				Map.of("askedBy", by.person().name(), "vendor", by.person().organisationName(), "customer",
						customer.name().value(), "step", step, "link", this.writing.page(tenant, "/onboarding")));
		this.writing.send(by, customer, to.address(), letter, "customer.reminded", Map.of("step", step.name()));
		return Answer.SENT;
	}

	private @Nullable Standing standing(Customer customer) {
		TenantId tenant = customer.tenant();
		return (tenant != null) ? this.standings.of(tenant) : null;
	}

	/**
	 * Who is written to: the confirmed contact, else who was invited.
	 * @param customer the customer
	 * @return address and language; null if none is known
	 */
	public @Nullable Recipient recipient(Customer customer) {
		TenantId tenant = customer.tenant();
		Optional<Contact> contact = (tenant != null) ? this.contacts.find(tenant).filter(Contact::isConfirmed)
				: Optional.empty();
		if (contact.isPresent()) {
			return new Recipient(contact.get().address(), contact.get().language());
		}
		Customer.Invited invited = customer.invited();
		return (invited != null) ? new Recipient(invited.invitation().address(), invited.invitation().language())
				: null;
	}

	private static Answer answer(Sent sent) {
		return (sent.delivery() != null) ? Answer.SENT : Answer.NO_SERVER;
	}

	/**
	 * Mails that were not delivered.
	 * @param id the customer
	 * @return the newest mail if it was refused or given up
	 */
	public Optional<Delivery> undelivered(CustomerId id) {
		List<Delivery> mails = this.writing.mails(id);
		return mails.stream()
			.findFirst()
			.filter((mail) -> mail.state() == Delivery.State.REFUSED || mail.state() == Delivery.State.GIVEN_UP);
	}

	/**
	 * Somebody to write to.
	 *
	 * @param address where
	 * @param language the language to write in
	 */
	public record Recipient(MailAddress address, Language language) {

		public Recipient {
			Objects.requireNonNull(address);
		}

	}

	/**
	 * What came of reminding; message {@code deed.reminded.<name>}.
	 */
	public enum Answer {

		/** A mail is on its way. */
		SENT,

		/** They were written to within the last day. */
		TOO_SOON,

		/** There is nothing to remind of. */
		NOTHING,

		/** No address is known. */
		NOBODY,

		/** No mail server is set. */
		NO_SERVER

	}

}
