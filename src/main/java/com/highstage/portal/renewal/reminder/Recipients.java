package com.highstage.portal.renewal.reminder;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * Knows who is reminded.
 */
@Component
class Recipients {

	private final Contacts contacts;

	private final Customers customers;

	private final NotificationProperties properties;

	Recipients(Contacts contacts, Customers customers, NotificationProperties properties) {
		this.contacts = contacts;
		this.customers = customers;
		this.properties = properties;
	}

	/**
	 * The customer's confirmed contact, else who was invited.
	 * @param tenant the customer's organisation
	 * @return empty if no address is known
	 */
	Optional<Somebody> customer(TenantId tenant) {
		return this.contacts.find(tenant)
			.filter(Contact::isConfirmed)
			.map((contact) -> new Somebody(contact.address(), contact.language()))
			.or(() -> this.customers.of(tenant)
				.map(Customer::invited)
				.map((invited) -> new Somebody(invited.invitation().address(), invited.invitation().language())));
	}

	Optional<Somebody> operators() {
		@Nullable MailAddress operators = this.properties.operators();
		return Optional.ofNullable(operators).map((address) -> new Somebody(address, Language.ENGLISH));
	}

	/**
	 * The reference under which mails to a customer are found.
	 * @param tenant the customer's organisation
	 * @return what they are about
	 */
	String about(TenantId tenant) {
		return this.customers.of(tenant)
			.map((customer) -> Customer.about(customer.id()))
			.orElseGet(() -> "renewal/" + tenant);
	}

	/**
	 * Where in the portal operators find a customer.
	 * @param tenant the customer's organisation
	 * @return the page's path
	 */
	String page(TenantId tenant) {
		return this.customers.of(tenant).map((customer) -> "/operator/customers/" + customer.id()).orElse("/operator");
	}

	/**
	 * Somebody to write to.
	 *
	 * @param address where
	 * @param language the language to write in
	 */
	record Somebody(MailAddress address, Language language) {

	}

}
