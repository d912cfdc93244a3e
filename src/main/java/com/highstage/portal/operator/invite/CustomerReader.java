package com.highstage.portal.operator.invite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.invitation.customer.ExpectedOrganisation;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.mailbox.PastedMailboxes;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.PlainName;

/**
 * Checks what was typed of a customer, field by field, without asking anybody.
 */
public final class CustomerReader {

	/** The times for which links can be made, in days. */
	public static final List<Integer> DAYS = List.of(7, 14, 30, 60, 90);

	/** Longest personal line, in characters. */
	public static final int LONGEST_LINE = 250;

	/** Longest list of mailboxes, in characters. */
	static final int LONGEST_MAILBOXES = 20_000;

	private static final Pattern DOMAIN = Pattern
		.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

	private static final int LONGEST_DOMAIN = 253;

	private static final Pattern LINK = Pattern.compile("://|www\\.", Pattern.CASE_INSENSITIVE);

	private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

	private static final Map<Language, Set<String>> LANGUAGES = Map.of(Language.ENGLISH,
			Set.of("en", "english", "engelsk", "englisch"), Language.DANISH,
			Set.of("da", "dk", "danish", "dansk", "dänisch", "daenisch"), Language.GERMAN,
			Set.of("de", "german", "tysk", "deutsch"));

	private final TypedCustomer typed;

	private final Usual usual;

	private final List<Verdict> problems = new ArrayList<>();

	private CustomerReader(TypedCustomer typed, Usual usual) {
		this.typed = typed;
		this.usual = usual;
	}

	/**
	 * Checks what was typed.
	 * @param typed what was typed
	 * @param usual what counts where nothing was
	 * @return the invitation, or what is wrong
	 */
	public static Read read(TypedCustomer typed, Usual usual) {
		return new CustomerReader(typed, usual).read();
	}

	private Read read() {
		PlainName name = new PlainName(this.typed.name());
		check(!name.value().isEmpty(), Verdict.NAME_MISSING);
		String reference = new PlainName(this.typed.reference()).value();
		check(this.typed.reference().length() <= Invitation.LONGEST_REFERENCE, Verdict.REFERENCE_LONG);
		Optional<MailAddress> address = address();
		Optional<Language> language = language();
		Optional<Duration> days = days();
		Set<MailPermission> protocols = protocols();
		PastedMailboxes mailboxes = mailboxes();
		String domain = domain();
		PlainName line = personalLine();
		if (!this.problems.isEmpty()) {
			return new Read.Wrong(this.problems);
		}
		return new Read.Good(new Invitation(name, reference, address.orElseThrow(), language.orElseThrow(), protocols,
				mailboxes.addresses(), null, days.orElseThrow(), line), domain);
	}

	private void check(boolean good, Verdict otherwise) {
		if (!good) {
			this.problems.add(otherwise);
		}
	}

	private Optional<MailAddress> address() {
		Optional<MailAddress> address = MailAddress.parse(this.typed.address());
		check(address.isPresent(), this.typed.address().isBlank() ? Verdict.ADDRESS_MISSING : Verdict.ADDRESS_WRONG);
		return address;
	}

	private Optional<Language> language() {
		String name = NO_LETTERS.split(this.typed.language().strip().toLowerCase(Locale.ROOT), -1)[0];
		Optional<Language> language = name.isEmpty() ? Optional.of(this.usual.language())
				: LANGUAGES.entrySet()
					.stream()
					.filter((each) -> each.getValue().contains(name))
					.map(Map.Entry::getKey)
					.findFirst();
		check(language.isPresent(), Verdict.LANGUAGE_UNKNOWN);
		return language;
	}

	private Optional<Duration> days() {
		String text = this.typed.days().strip();
		Optional<Integer> days = text.isEmpty() ? Optional.of(this.usual.days())
				: DAYS.stream().filter((each) -> each.toString().equals(text)).findFirst();
		check(days.isPresent(), Verdict.DAYS_WRONG);
		return days.map(Duration::ofDays);
	}

	private Set<MailPermission> protocols() {
		if (this.typed.protocols().isBlank()) {
			return EnumSet.of(MailPermission.IMAP, MailPermission.POP);
		}
		Set<MailPermission> protocols = EnumSet.noneOf(MailPermission.class);
		boolean known = true;
		for (String word : this.typed.protocols().toUpperCase(Locale.ROOT).replace("POP3", "POP").split("[^A-Z]+")) {
			Optional<MailPermission> one = Arrays.stream(MailPermission.values())
				.filter((each) -> each.name().equals(word))
				.findFirst();
			one.ifPresent(protocols::add);
			known = known && (one.isPresent() || word.isEmpty());
		}
		check(known && !protocols.isEmpty(), Verdict.PROTOCOLS_WRONG);
		return protocols;
	}

	private PastedMailboxes mailboxes() {
		PastedMailboxes mailboxes = PastedMailboxes.parse(this.typed.mailboxes());
		check(has(mailboxes, PastedMailboxes.Verdict.NO_ADDRESS).isEmpty(), Verdict.MAILBOXES_WRONG);
		check(this.typed.mailboxes().length() <= LONGEST_MAILBOXES
				&& has(mailboxes, PastedMailboxes.Verdict.TOO_MANY).isEmpty(), Verdict.MAILBOXES_MANY);
		return mailboxes;
	}

	private static Optional<PastedMailboxes.Piece> has(PastedMailboxes mailboxes, PastedMailboxes.Verdict verdict) {
		return mailboxes.pieces().stream().filter((piece) -> piece.verdict() == verdict).findFirst();
	}

	private String domain() {
		String domain = this.typed.domain().strip().toLowerCase(Locale.ROOT);
		if (domain.isEmpty()) {
			return "";
		}
		String ascii = MailAddress.parse("x@" + domain.substring(domain.lastIndexOf('@') + 1))
			.map((address) -> address.value().substring(2))
			.orElse("");
		check(ascii.length() <= LONGEST_DOMAIN && DOMAIN.matcher(ascii).matches(), Verdict.DOMAIN_WRONG);
		return ascii;
	}

	private PlainName personalLine() {
		String line = this.typed.personalLine().strip();
		check(line.length() <= LONGEST_LINE, Verdict.LINE_LONG);
		check(!LINK.matcher(line).find(), Verdict.LINE_LINK);
		return new PlainName(line);
	}

	/**
	 * What came of it.
	 */
	public sealed interface Read {

		/**
		 * They can be invited.
		 *
		 * @param invitation what is said of them, no organisation expected
		 * @param domain a domain of the organisation that is expected; empty if any may
		 * come
		 */
		record Good(Invitation invitation, String domain) implements Read {

			/**
			 * The invitation of one organisation.
			 * @param organisation who is expected; null if any may come
			 * @return the invitation
			 */
			public Invitation expecting(@Nullable ExpectedOrganisation organisation) {
				Invitation all = this.invitation;
				return new Invitation(all.name(), all.reference(), all.address(), all.language(), all.permissions(),
						all.mailboxes(), organisation, all.validFor(), all.personalLine());
			}

		}

		/**
		 * They cannot be invited so.
		 *
		 * @param problems what is wrong, at most one per field
		 */
		record Wrong(List<Verdict> problems) implements Read {

			public Wrong {
				problems = List.copyOf(problems);
			}

		}

	}

}
