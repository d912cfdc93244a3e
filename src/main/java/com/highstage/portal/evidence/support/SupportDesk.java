package com.highstage.portal.evidence.support;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;

/**
 * Hands support bundles to people who may act in their organisation, and writes that
 * down.
 */
@Service
public class SupportDesk {

	private final SupportBundles bundles;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	SupportDesk(SupportBundles bundles, AuditTrail audit, PlatformTransactionManager transactions) {
		this.bundles = bundles;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Whether a person may have a bundle.
	 * @param person who asks
	 * @return true if their roles suffice for anything at all
	 */
	public boolean mayDownload(Person person) {
		return Arrays.stream(Ability.values()).anyMatch(person::may);
	}

	/**
	 * The bundle of a person's organisation.
	 * @param person who asks
	 * @param masked whether ids, names and addresses are masked
	 * @return a ZIP file; empty if the person may not have it
	 */
	public Optional<byte[]> download(Person person, boolean masked) {
		if (!mayDownload(person)) {
			this.audit.recordRefusal(event(person, "support.refused", Map.of()));
			return Optional.empty();
		}
		this.transaction.executeWithoutResult((status) -> this.audit
			.record(event(person, "support.downloaded", Map.of("masked", String.valueOf(masked)))));
		return Optional.of(this.bundles.of(person, masked));
	}

	private static AuditEvent event(Person person, String action, Map<String, String> details) {
		return new AuditEvent(person.tenant(), Actor.person(person.id(), person.name()), action,
				person.tenant().toString(), details);
	}

}
