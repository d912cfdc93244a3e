package com.highstage.portal.drift;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.onboarding.Mends;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.Trouble;

/**
 * Writes what broke: to the contact who has confirmed, else to the address that was
 * invited, each in their language; and to the operators.
 */
@Component
class DriftLetters {

	/** More in one letter nobody reads; the page lists them all. */
	private static final int NAMED = 10;

	private final Contacts contacts;

	private final Customers customers;

	private final NotificationProperties notification;

	private final PortalProperties portal;

	DriftLetters(Contacts contacts, Customers customers, NotificationProperties notification, PortalProperties portal) {
		this.contacts = contacts;
		this.customers = customers;
		this.notification = notification;
		this.portal = portal;
	}

	/**
	 * The mail to the customer, with the link to the page that mends it.
	 * @param connection the connection
	 * @param untold what to tell
	 * @return empty if nobody there can be written to
	 */
	Optional<Message> toCustomer(Connection connection, List<Trouble> untold) {
		Optional<Customer> customer = this.customers.of(connection.tenant());
		return reader(connection, customer).map((reader) -> new Message(reader.address(),
				new Letter("drift", reader.language(), values(connection, untold,
						this.portal.page(connection.tenant().toString(), path(untold)), reader.kind())),
				about(connection, customer)));
	}

	/**
	 * The mail to the operators, with the link to the customer.
	 * @param connection the connection
	 * @param untold what to tell
	 * @return empty if they have no address
	 */
	Optional<Message> toOperators(Connection connection, List<Trouble> untold) {
		Optional<Customer> customer = this.customers.of(connection.tenant());
		String path = customer.map((known) -> "/operator/customers/" + known.id()).orElse("/operator");
		return Optional.ofNullable(this.notification.operators())
			.map((operators) -> new Message(operators,
					new Letter("drift-operators", Language.ENGLISH,
							values(connection, untold, this.portal.page(path), ReaderKind.OPERATOR)),
					"operators/drift"));
	}

	private Optional<Reader> reader(Connection connection, Optional<Customer> customer) {
		Optional<Reader> confirmed = this.contacts.find(connection.tenant())
			.filter(Contact::isConfirmed)
			.map((contact) -> new Reader(contact.address(), contact.language(), ReaderKind.CONTACT));
		return confirmed.or(() -> customer.map(Customer::invited)
			.map(Customer.Invited::invitation)
			.map((Invitation invitation) -> new Reader(invitation.address(), invitation.language(),
					ReaderKind.INVITED)));
	}

	private static String about(Connection connection, Optional<Customer> customer) {
		return customer.map(Customer::id).map(Customer::about).orElseGet(() -> "drift/" + connection.id());
	}

	private static String path(List<Trouble> untold) {
		Set<String> paths = untold.stream().map((trouble) -> Mends.path(trouble.kind())).collect(Collectors.toSet());
		return (paths.size() == 1) ? paths.iterator().next() : Mends.OVERVIEW;
	}

	private static Map<String, Object> values(Connection connection, List<Trouble> untold, URI link,
			ReaderKind reader) {
		return Map.of("organisation", connection.organisationName().value(), "count", untold.size(), "troubles",
				parts(untold), "reader", reader, "link", link);
	}

	private static List<Map<String, Object>> parts(List<Trouble> untold) {
		Map<Cause, List<Trouble>> byCause = untold.stream()
			.collect(Collectors.groupingBy(DriftLetters::cause, LinkedHashMap::new, Collectors.toList()));
		List<Map<String, Object>> parts = new ArrayList<>();
		byCause.forEach((cause, some) -> parts.add(Map.of("cause", cause, "subjects",
				subjects(some).limit(NAMED).toList(), "more", Math.max(0, subjects(some).count() - NAMED))));
		return parts;
	}

	private static Cause cause(Trouble trouble) {
		return Cause.valueOf(trouble.explanation().key().toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	// each mailbox, and its new address if it has one
	private static Stream<List<MailboxAddress>> subjects(List<Trouble> some) {
		return some.stream()
			.filter((trouble) -> !trouble.subject().isEmpty())
			.map((trouble) -> Stream.of(trouble.subject(), newAddress(trouble))
				.flatMap((address) -> MailboxAddress.parse(address).stream())
				.toList());
	}

	private static String newAddress(Trouble trouble) {
		return (cause(trouble) == Cause.MAILBOX_RENAMED) ? trouble.explanation().code() : "";
	}

	/**
	 * Whom to write to.
	 *
	 * @param address the address
	 * @param language their language
	 * @param kind why they are written to
	 */
	private record Reader(MailAddress address, Language language, ReaderKind kind) {

	}

	/**
	 * Why somebody is written to; message {@code mail.drift.reason.<name>}.
	 */
	enum ReaderKind {

		/** Theirs is the contact address. */
		CONTACT,
		/** They were invited. */
		INVITED,
		/** They run the portal. */
		OPERATOR

	}

}
