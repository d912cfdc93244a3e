package com.highstage.portal.operator.web.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.audit.AuditEntries.Entry;
import com.highstage.portal.operator.Desk;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.tenant.TenantId;

/**
 * Finds out which customers the entries on a page concern, all at once.
 */
@Component
class Concerns {

	private static final Pattern CUSTOMER = Pattern.compile("customer/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	private final Desk desk;

	Concerns(Desk desk) {
		this.desk = desk;
	}

	/**
	 * Whom entries concern.
	 * @param entries some entries
	 * @return by an entry's place in the chain; those that concern nobody are missing
	 */
	Map<Long, Concern> of(List<Entry> entries) {
		Map<UUID, DeskRow> known = known(entries.stream().flatMap(Concerns::ids).distinct().toList());
		Map<Long, Concern> concerns = new HashMap<>();
		entries.forEach((entry) -> concern(entry, known).ifPresent((found) -> concerns.put(entry.sequence(), found)));
		return concerns;
	}

	private Map<UUID, DeskRow> known(Collection<UUID> ids) {
		Map<UUID, DeskRow> known = new HashMap<>();
		this.desk.known(ids).forEach((row) -> {
			known.put(row.customer().value(), row);
			if (row.tenant() != null) {
				known.put(row.tenant().value(), row);
			}
		});
		return known;
	}

	private static Optional<Concern> concern(Entry entry, Map<UUID, DeskRow> known) {
		return ids(entry).map(known::get)
			.filter(Objects::nonNull)
			.findFirst()
			.map((row) -> new Concern(row.name(), row.customer().value()))
			.or(() -> Optional.ofNullable(entry.tenant()).map((tenant) -> new Concern(tenant.toString(), null)));
	}

	private static Stream<UUID> ids(Entry entry) {
		Matcher customer = CUSTOMER.matcher(entry.subject());
		Stream<UUID> named = customer.matches() ? Stream.of(UUID.fromString(customer.group(1))) : Stream.empty();
		return Stream.concat(named, Stream.ofNullable(entry.tenant()).map(TenantId::value));
	}

	/**
	 * Whom an entry concerns.
	 *
	 * @param name the customer's name, else the organisation's id
	 * @param customer the customer; null if the organisation is none
	 */
	record Concern(String name, @Nullable UUID customer) {

	}

}
