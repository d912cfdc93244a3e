package com.highstage.portal.simulator.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Exchange Online of one organisation: what it has been told about applications, and its
 * mailboxes. It knows nothing of what happens in the directory afterwards.
 */
public final class Exchange {

	private final Founding.Company company;

	private final Instant since;

	private final List<ExchangeMailbox> mailboxes = new ArrayList<>();

	private final List<ExchangeMailbox> generated = new ArrayList<>();

	private final History<List<Registration>> registrations;

	private final History<Boolean> smtpAuthDisabled;

	Exchange(Founding.Company company, Instant since) {
		this.company = company;
		this.since = since;
		this.registrations = new History<>(microsofts(since), since);
		this.smtpAuthDisabled = new History<>(company.smtpAuthDisabled(), since);
		company.mailboxes().forEach((one) -> this.mailboxes.add(mailbox(one)));
	}

	/**
	 * What is listed in every organisation before anybody registers anything.
	 */
	private static List<Registration> microsofts(Instant since) {
		return List.of(
				new Registration("00000002-0000-0ff1-ce00-000000000000", "0f1ce000-0000-4000-8000-000000000002",
						"Office 365 Exchange Online", since, true),
				new Registration("00000007-0000-0ff1-ce00-000000000000", "0f1ce000-0000-4000-8000-000000000007",
						"Microsoft Exchange Online Protection", since, true));
	}

	private ExchangeMailbox mailbox(Mailbox properties) {
		return new ExchangeMailbox(properties,
				this.company.accounts()
					.stream()
					.filter((account) -> account.address().equalsIgnoreCase(properties.userPrincipalName()))
					.map(Account::oid)
					.findFirst(),
				this.since);
	}

	void generate(int wanted) {
		if (!exists() || wanted == this.generated.size()) {
			return;
		}
		this.generated.clear();
		IntStream.rangeClosed(1, wanted)
			.forEach((number) -> this.generated.add(mailbox(Mailbox.generated(number, this.company.domain()))));
	}

	public boolean exists() {
		return !this.company.noExchange();
	}

	public List<ExchangeMailbox> mailboxes() {
		return Stream.concat(this.mailboxes.stream(), this.generated.stream()).toList();
	}

	/**
	 * The mailbox with this primary address, as a login needs it.
	 * @param address the address
	 * @return the mailbox, empty for aliases and sign-in names
	 */
	public Optional<ExchangeMailbox> mailboxAt(String address) {
		return mailboxes().stream().filter((mailbox) -> mailbox.address().equalsIgnoreCase(address)).findFirst();
	}

	/**
	 * The mailbox that a cmdlet's {@code -Identity} means.
	 * @param identity any address, alias, sign-in name, display name or id
	 * @return the mailbox
	 */
	public Optional<ExchangeMailbox> mailbox(String identity) {
		return mailboxes().stream().filter((mailbox) -> mailbox.is(identity)).findFirst();
	}

	/**
	 * Deletes a mailbox.
	 * @param mailbox which
	 */
	public void remove(ExchangeMailbox mailbox) {
		this.mailboxes.remove(mailbox);
		this.generated.remove(mailbox);
	}

	/**
	 * The applications that Exchange knows, Microsoft's own included.
	 * @return what {@code New-ServicePrincipal} made
	 */
	public History<List<Registration>> registrations() {
		return this.registrations;
	}

	/**
	 * Whether SMTP AUTH is off where a mailbox says nothing else.
	 * @return the organisation's switch
	 */
	public History<Boolean> smtpAuthDisabled() {
		return this.smtpAuthDisabled;
	}

	int fingerprint() {
		int print = Objects.hash(this.registrations.now(), this.smtpAuthDisabled.now());
		for (ExchangeMailbox mailbox : mailboxes()) {
			print = 31 * print + mailbox.fingerprint();
		}
		return print;
	}

}
