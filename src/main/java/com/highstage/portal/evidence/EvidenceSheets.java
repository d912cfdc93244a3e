package com.highstage.portal.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.EvidenceSheet.Origin;
import com.highstage.portal.evidence.Records.WrittenDown;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;

/**
 * Draws up evidence sheets from what the portal has written down, without asking
 * Microsoft.
 */
@Service
public class EvidenceSheets {

	private static final int MOST = 20_000;

	private final Connections connections;

	private final Records records;

	private final MailboxLists lists;

	private final Found found;

	private final Removals removals;

	private final Clock clock;

	EvidenceSheets(Connections connections, Records records, MailboxLists lists, Found found, Removals removals,
			Clock clock) {
		this.connections = connections;
		this.records = records;
		this.lists = lists;
		this.found = found;
		this.removals = removals;
		this.clock = clock;
	}

	/**
	 * The sheet of a person's organisation.
	 * @param person who looks
	 * @return empty while there is no application
	 */
	public Optional<EvidenceSheet> of(Person person) {
		return this.connections.latest(person.tenant())
			.filter((connection) -> connection.application().clientId() != null)
			.map((connection) -> of(person, connection));
	}

	private EvidenceSheet of(Person person, Connection connection) {
		Removal.Standing removal = this.removals.latest(person.tenant())
			.filter((standing) -> standing.removal().connection().equals(connection.id()))
			.orElse(null);
		WrittenDown written = this.records.of(connection, MOST);
		Deeds deeds = new Deeds(written);
		boolean ended = removal != null;
		return new EvidenceSheet(connection, origin(connection.application()), this.clock.instant(), deeds.changes(),
				ended ? permissions(connection) : this.found.permissions(person), written.credentials(),
				this.found.access().known(connection),
				ended ? List.of() : deeds.mailboxes(this.lists.of(person).entries()),
				ended ? List.of() : this.lists.leaving(person).mailboxes(), !Step.CHECK.isFor(person), removal);
	}

	private static Origin origin(OurApplication application) {
		if (application.byHand()) {
			return Origin.BY_HAND;
		}
		return application.adopted() ? Origin.ADOPTED : Origin.MADE;
	}

	private static List<MailPermission> permissions(Connection connection) {
		PassedCheck checked = connection.checked();
		return (checked != null) ? checked.permissions().stream().sorted().toList() : List.of();
	}

	/**
	 * What was found, as far as the portal remembers.
	 *
	 * @param overviews where organisations stand
	 * @param access what Exchange said
	 */
	@Component
	record Found(Overviews overviews, MailboxAccess access) {

		List<MailPermission> permissions(Person person) {
			return this.overviews.known(person).plan().permissions().stream().sorted().toList();
		}

	}

}
