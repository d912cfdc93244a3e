package com.highstage.portal.operator.desk;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.CustomerMoved;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.TenantId;

/**
 * Hears what moves, and brings each customer's row up to date once, as the last thing
 * before the transaction commits: rows of the list are locked after all others. A row
 * that cannot be brought up to date is no reason to undo what moved: it is left behind,
 * and {@link Passing} tries again.
 */
@Component
class Movements {

	private static final Logger LOG = LoggerFactory.getLogger(Movements.class);

	private final Projection projection;

	private final Customers customers;

	private final TransactionTemplate transaction;

	private final TransactionTemplate part;

	Movements(Projection projection, Customers customers, PlatformTransactionManager transactions) {
		this.projection = projection;
		this.customers = customers;
		this.transaction = new TransactionTemplate(transactions);
		this.part = new TransactionTemplate(transactions);
		this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	@EventListener
	void organisation(OrganisationMoved moved) {
		inTransaction(() -> pending().tenants.add(moved.tenant()));
	}

	@EventListener
	void customer(CustomerMoved moved) {
		inTransaction(() -> pending().customers.add(moved.customer()));
	}

	private void inTransaction(Runnable noting) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			noting.run();
		}
		else {
			this.transaction.executeWithoutResult((status) -> noting.run());
		}
	}

	private Pending pending() {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter((each) -> each instanceof Pending pending && pending.isOf(this))
			.map(Pending.class::cast)
			.findFirst()
			.orElseGet(() -> {
				Pending pending = new Pending();
				TransactionSynchronizationManager.registerSynchronization(pending);
				return pending;
			});
	}

	// From a savepoint, so that even a statement that fails undoes no more than itself.
	private void refresh(CustomerId customer) {
		try {
			this.part.executeWithoutResult((status) -> this.projection.refresh(customer));
		}
		catch (TransactionException ex) {
			// not even the savepoint is left
			throw ex;
		}
		catch (RuntimeException ex) {
			LOG.error("The list's row of customer {} is left behind", customer, ex);
			this.part.executeWithoutResult((status) -> this.projection.leaveBehind(customer));
		}
	}

	/**
	 * What has moved in one transaction.
	 */
	private final class Pending implements TransactionSynchronization {

		private final Set<TenantId> tenants = new LinkedHashSet<>();

		private final Set<CustomerId> customers = new LinkedHashSet<>();

		private boolean isOf(Movements movements) {
			return Movements.this == movements;
		}

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.tenants.stream()
				.map(Movements.this.customers::of)
				.flatMap(Optional::stream)
				.map(Customer::id)
				.forEach(this.customers::add);
			this.customers.stream().sorted(Comparator.comparing(CustomerId::value)).forEach(Movements.this::refresh);
		}

	}

}
