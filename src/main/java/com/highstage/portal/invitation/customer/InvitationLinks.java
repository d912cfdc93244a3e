package com.highstage.portal.invitation.customer;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.LinkedSignIns;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.customer.Customers.Sent;
import com.highstage.portal.invitation.customer.JdbcCustomerLinks.Made;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Makes links of invitations, sends them, and takes them back.
 */
@Component
class InvitationLinks {

	private static final String TEMPLATE = "invitation";

	private final JdbcCustomerLinks links;

	private final Outbox outbox;

	private final Links asked;

	private final LinkedSignIns signIns;

	private final PortalProperties portal;

	InvitationLinks(JdbcCustomerLinks links, Outbox outbox, Links asked, LinkedSignIns signIns,
			PortalProperties portal) {
		this.links = links;
		this.outbox = outbox;
		this.asked = asked;
		this.signIns = signIns;
		this.portal = portal;
	}

	/**
	 * Mails a new link, or has it copied where no mail server is set.
	 * @param by the operator
	 * @param customer who was invited
	 * @return how it gets there
	 */
	Sent send(Operator by, Customer customer) {
		if (!this.outbox.canSend()) {
			return toCopy(by, customer);
		}
		Made made = make(customer);
		Message message = new Message(invitation(customer).address(), letter(by, customer, made),
				Customer.about(customer.id()));
		return new Sent(address(made), made.link().expiresAt(), this.outbox.queue(message), null);
	}

	Sent toCopy(Operator by, Customer customer) {
		Made made = make(customer);
		return new Sent(address(made), made.link().expiresAt(), null, this.outbox.render(letter(by, customer, made)));
	}

	/**
	 * Takes back what can be used; who came by it goes on.
	 * @param customer whose links
	 * @return false if none could be used
	 */
	boolean takeBack(Customer customer) {
		return !this.links.takeBack(customer.id()).isEmpty();
	}

	/**
	 * Takes back what can be used, also the links by which operators asked for a consent;
	 * sign-ins that came from any of them end, also from those that ended before.
	 * @param by the operator
	 * @param customer whose links
	 * @return false if none could be used
	 */
	boolean revoke(Operator by, Customer customer) {
		boolean invitations = takeBack(customer);
		TenantId tenant = customer.tenant();
		boolean consents = tenant != null && this.asked.revokeAsked(by, tenant);
		this.links.list(customer.id()).forEach((link) -> this.signIns.endAllFrom(link.id()));
		return invitations || consents;
	}

	/**
	 * Takes back what can be used, also the links that colleagues were sent, because the
	 * connection ends; sign-ins that came from any of them end.
	 * @param by the operator
	 * @param customer whose links
	 */
	void revokeAll(Operator by, Customer customer) {
		takeBack(customer);
		TenantId tenant = customer.tenant();
		if (tenant != null) {
			this.asked.revokeAll(by, tenant);
		}
		this.links.list(customer.id()).forEach((link) -> this.signIns.endAllFrom(link.id()));
	}

	/**
	 * Notes that a sign-in came from a link; the caller holds the customer.
	 * @param link the link
	 * @param person who signed in
	 */
	void cameFrom(UUID link, Person person) {
		this.signIns.cameFrom(person.signIn(), link);
	}

	PlainName organisation(TenantId tenant) {
		return this.signIns.organisation(tenant).orElseGet(() -> new PlainName(tenant.toString()));
	}

	private Made make(Customer customer) {
		return this.links.add(customer.id(), invitation(customer).validFor());
	}

	private URI address(Made made) {
		return this.portal.page("/link/" + made.token().value());
	}

	private Letter letter(Operator by, Customer customer, Made made) {
		Invitation said = invitation(customer);
		return new Letter(TEMPLATE, said.language(),
				Map.of("invitedBy", by.person().name(), "vendor", by.person().organisationName(), "customer",
						customer.name().value(), "line", said.personalLine().value(), "protocols",
						Arrays.stream(MailPermission.values()).filter(said.permissions()::contains).toList(),
						"mailboxes", said.mailboxes().size(), "link", address(made), "until", made.link().expiresAt()));
	}

	private static Invitation invitation(Customer customer) {
		return Objects.requireNonNull(customer.invited(), "the customer was never invited").invitation();
	}

}
