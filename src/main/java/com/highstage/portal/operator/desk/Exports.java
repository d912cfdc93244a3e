package com.highstage.portal.operator.desk;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.StaffMember;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.operator.Desk;
import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskQuery.Sort;
import com.highstage.portal.operator.DeskRow;

/**
 * Hands the list out as a whole, and has it written down how much somebody got.
 */
@Service
public class Exports {

	private final Desk desk;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	Exports(Desk desk, AuditTrail audit, PlatformTransactionManager transactions) {
		this.desk = desk;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Reads all customers of a query, in the order of names: in any other one, who moves
	 * meanwhile may be missed.
	 * @param staff who gets them
	 * @param query which customers
	 * @param filter the query as people read it
	 * @param each gets one after the other
	 */
	public void read(StaffMember staff, DeskQuery query, String filter, Consumer<DeskRow> each) {
		AtomicLong number = new AtomicLong();
		try {
			this.desk.each(query.by(Sort.NAME), (row) -> {
				number.incrementAndGet();
				each.accept(row);
			});
		}
		finally {
			Person by = staff.person();
			this.transaction.executeWithoutResult(
					(status) -> this.audit.record(new AuditEvent(null, Actor.person(by.id(), by.name()),
							"customers.exported", "customers", Map.of("filter", filter, "number", number.toString()))));
		}
	}

}
