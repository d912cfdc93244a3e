package com.highstage.portal.operator.action;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Operator;
import com.highstage.portal.consent.ColleagueLink;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.invitation.ColleagueMails.Reason;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.SendResult;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.CustomerLinks;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * Asks a customer's organisation for a consent, by a link that somebody there opens.
 * Whether it was given is looked up at Microsoft, never concluded from a visit.
 */
@Service
public class Consents {

	private final CustomerLinks links;

	private final Connections connections;

	private final Standings standings;

	private final ConsentRequests requests;

	private final ConnectionEnds ends;

	private final Writing writing;

	Consents(CustomerLinks links, Connections connections, Standings standings, ConsentRequests requests,
			ConnectionEnds ends, Writing writing) {
		this.links = links;
		this.connections = connections;
		this.standings = standings;
		this.requests = requests;
		this.ends = ends;
		this.writing = writing;
	}

	/**
	 * The consents that can be asked for: {@link Step#ALLOW} once the organisation is
	 * known, {@link Step#CONSENT} once its application exists.
	 * @param customer the customer
	 * @return those that were not found to be given
	 */
	public Set<Step> open(Customer customer) {
		Set<Step> open = new TreeSet<>();
		TenantId tenant = customer.tenant();
		if (tenant != null && customer.cancelledAt() == null && !this.ends.isBeingRemoved(tenant)) {
			boolean registered = this.connections.find(tenant)
				.filter((connection) -> connection.application().clientId() != null)
				.isPresent();
			this.standings.of(tenant)
				.steps()
				.stream()
				.filter((report) -> !report.state().isDone())
				.map((report) -> report.step())
				.filter((step) -> step == Step.ALLOW || (step == Step.CONSENT && registered))
				.forEach(open::add);
		}
		return open;
	}

	/**
	 * When somebody last declined.
	 * @param customer the customer
	 * @param step one of the two
	 * @return empty if nobody did lately
	 */
	public Optional<Instant> declinedAt(Customer customer, Step step) {
		return Optional.ofNullable(customer.tenant())
			.flatMap((tenant) -> this.requests.declinedAt(tenant, step == Step.ALLOW));
	}

	/**
	 * Makes a link and mails it.
	 * @param by the operator
	 * @param customer the customer
	 * @param wish what is asked for
	 * @return how the link gets there; empty if there is nothing to consent to yet
	 */
	@Transactional
	public Optional<SendResult> ask(Operator by, Customer customer, Wish wish) {
		return this.writing.hold(customer.id()).flatMap((held) -> make(by, held, wish));
	}

	private Optional<SendResult> make(Operator by, Customer customer, Wish wish) {
		TenantId tenant = customer.tenant();
		if (tenant == null || customer.cancelledAt() != null || this.ends.isBeingRemoved(tenant)) {
			return Optional.empty();
		}
		return this.links.create(by, tenant, customer.name(), wish.step())
			.map((link) -> send(by, customer, wish, link));
	}

	private SendResult send(Operator by, Customer customer, Wish wish, ColleagueLink link) {
		LinkKind kind = (wish.step() == Step.ALLOW) ? LinkKind.ALLOW : LinkKind.CONSENT;
		Letter letter = new Letter("consent", wish.language(),
				Map.of("askedBy", by.person().name(), "vendor", by.person().organisationName(), "organisation",
						customer.name().value(), "kind", kind, "link", link.address(), "until", link.validUntil(),
						"note", wish.note()));
		MailAddress to = wish.to();
		if (to != null && this.writing.canSend()) {
			Delivery delivery = this.writing.send(by, customer, to, letter, "consent-link.sent",
					Map.of("kind", kind.name()));
			return new SendResult(delivery, null, null, link.address(), link.validUntil());
		}
		this.writing.record(by, customer, "consent-link.made", Map.of("kind", kind.name()));
		return new SendResult(null, this.writing.text(letter), this.writing.canSend() ? Reason.WISH : Reason.NO_SERVER,
				link.address(), link.validUntil());
	}

	/**
	 * What is asked for.
	 *
	 * @param step {@link Step#ALLOW} or {@link Step#CONSENT}
	 * @param to who is asked; null if the operator sends the link themselves
	 * @param language the language to write in
	 * @param note a line of the operator's own; empty for none
	 */
	public record Wish(Step step, @Nullable MailAddress to, Language language, String note) {

	}

}
