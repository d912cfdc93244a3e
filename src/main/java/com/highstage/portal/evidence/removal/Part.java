package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.highstage.portal.account.Ability;

/**
 * The parts of a removal, in their order: what is in Exchange first, because nobody could
 * tell whose it is once the application is gone. Messages {@code removal.part.<key>}.
 */
public enum Part {

	/** Access to the mailboxes for which the portal gave it. */
	MAILBOXES(Ability.MAILBOXES),

	/** The registration in Exchange. */
	EXCHANGE(Ability.MAILBOXES),

	/** The granted permissions. */
	PERMISSIONS(Ability.CONSENT),

	/** Secrets and redirect address in an application that stays. */
	CREDENTIAL(Ability.CONSENT),

	/** The application that the portal created. */
	APPLICATION(Ability.CONSENT),

	/** Microsoft says that nothing is left. */
	CHECK(Ability.CONSENT);

	private final Ability needs;

	Part(Ability needs) {
		this.needs = needs;
	}

	/**
	 * What somebody must be able to do for it.
	 * @return the ability
	 */
	public Ability needs() {
		return this.needs;
	}

	/**
	 * The name in message keys.
	 * @return the lower-case name
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The parts of one removal.
	 * @param ours whether the portal created the application
	 * @param exchange whether there is a registration in Exchange to be taken back
	 * @return the parts in their order
	 */
	public static List<Part> of(boolean ours, boolean exchange) {
		return Stream.of(values()).filter((part) -> switch (part) {
			case MAILBOXES, PERMISSIONS, CHECK -> true;
			case EXCHANGE -> exchange;
			case CREDENTIAL -> !ours;
			case APPLICATION -> ours;
		}).toList();
	}

}
